-- Every record: its keys and what is queried or constrained are columns; the rest of its fields is `body`, JSON
-- that a zod schema reads (shared/domain/model). `seq` keeps the order in which records were made. `version`
-- counts saves: a save that names an older one is a conflict. Nothing is deleted: `removed_at` can be taken back.
-- What belongs to a review is found by its review, also for a whole child: one index fewer to write at each save.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value)),
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting_history (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  replaced_by TEXT NOT NULL
) STRICT;

CREATE TABLE child (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  full_name TEXT NOT NULL,
  date_of_birth TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE period (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- Ends with what a list of all children shows of each, so that the list reads the index alone.
CREATE INDEX period_by_child ON period (child_id, kind, from_day, to_day, removed_at,
  coalesce(body ->> '$.status', body ->> '$.placement', body ->> '$.name'));

CREATE TABLE person (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX person_by_child ON person (child_id);

CREATE TABLE dated_event (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  on_day TEXT,
  due_day TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX dated_event_by_child ON dated_event (child_id, kind, on_day);

CREATE TABLE risk (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  type TEXT NOT NULL,
  rating TEXT NOT NULL,
  closed_on TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX risk_by_child ON risk (child_id);

CREATE TABLE review (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  number INTEGER NOT NULL,
  -- The last meeting's day, or the day of a review held before this store began.
  held_on TEXT,
  -- Issued, and everything that was issued is in the case record: kept by triggers, whoever writes those rows.
  is_settled INTEGER NOT NULL DEFAULT 0 CHECK (is_settled IN (0, 1)),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- The last review that counts is found for every child at once.
CREATE INDEX review_by_child ON review (child_id, held_on, number, removed_at, body ->> '$.countsAsStatutory');
CREATE INDEX review_by_day ON review (held_on);
-- What still asks for something, however long ago it was: a few rows of many.
CREATE INDEX review_unsettled ON review (held_on)
  WHERE is_settled = 0 AND removed_at IS NULL AND coalesce(body ->> '$.isBeforeStore', 0) = 0;

CREATE TABLE paper (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX paper_by_child ON paper (child_id);

-- What the officer said of a computed date: done, why late, another day, may rest.
CREATE TABLE deadline_mark (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX deadline_mark_by_child ON deadline_mark (child_id);

-- One meeting can serve the reviews of several children, so it belongs to none.
CREATE TABLE meeting (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  on_day TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TABLE review_meeting (
  review_id TEXT NOT NULL REFERENCES review (id),
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  PRIMARY KEY (review_id, meeting_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX review_meeting_by_meeting ON review_meeting (meeting_id);

CREATE TABLE section (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  key TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (review_id, key)
) STRICT;

CREATE TABLE section_text (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  -- The text as last settled, while newer typing is not: the audit row is written when it settles.
  settled_body TEXT,
  -- The version that the search index holds.
  indexed_version INTEGER NOT NULL DEFAULT 0,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX section_text_by_review ON section_text (review_id);
CREATE INDEX section_text_unsettled ON section_text (id) WHERE settled_body IS NOT NULL;
CREATE INDEX section_text_unindexed ON section_text (id) WHERE indexed_version <> version;

CREATE TABLE note_line (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX note_line_by_review ON note_line (review_id);

CREATE TABLE point (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  section TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX point_by_review ON point (review_id);
-- A few of many: whose child is still to be told.
CREATE INDEX point_to_tell ON point (review_id)
  WHERE body ->> '$.telling.kind' = 'will-be-told' AND removed_at IS NULL;

CREATE TABLE decision (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX decision_by_review ON decision (review_id);

CREATE TABLE decision_point (
  decision_id TEXT NOT NULL REFERENCES decision (id),
  point_id TEXT NOT NULL REFERENCES point (id),
  position INTEGER NOT NULL,
  PRIMARY KEY (decision_id, point_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_point_by_point ON decision_point (point_id);

CREATE TABLE action (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  decision_id TEXT REFERENCES decision (id),
  due_on TEXT,
  accountable TEXT,
  -- Kept by the progress of the action: done, not needed and replaced end it.
  is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX action_by_review ON action (review_id);
CREATE INDEX action_by_decision ON action (decision_id);
CREATE INDEX action_open_by_due ON action (due_on, child_id) WHERE is_closed = 0 AND removed_at IS NULL;

CREATE TABLE progress (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  action_id TEXT NOT NULL REFERENCES action (id),
  occasion TEXT NOT NULL,
  value TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
-- One entry for each action and occasion: "third review running" is then a fact.
CREATE UNIQUE INDEX progress_once ON progress (action_id, occasion) WHERE removed_at IS NULL;
CREATE INDEX progress_by_child ON progress (child_id);

-- Between two reviews. One a day for each child: its progress entries are known by that day.
CREATE TABLE midway_check (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  on_day TEXT NOT NULL,
  completed_on TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE UNIQUE INDEX midway_check_once ON midway_check (child_id, on_day) WHERE removed_at IS NULL;
CREATE INDEX midway_check_by_review ON midway_check (review_id);

CREATE TABLE finalisation (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  kind TEXT NOT NULL,
  edition INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  -- Canonical JSON of everything the documents rest on, deflated. Null once an exported copy came without it.
  -- Last, so that reading the other columns never walks through its pages.
  content BLOB,
  UNIQUE (review_id, kind, edition)
) STRICT;

CREATE TABLE addendum (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX addendum_by_review ON addendum (review_id);

CREATE TABLE release (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  -- One of the child's people, or the child, who reads the letter under the child's own id.
  person_id TEXT NOT NULL,
  item TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX release_by_review ON release (review_id, person_id);

CREATE TABLE issued_document (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX issued_document_by_review ON issued_document (review_id);

CREATE TABLE filing (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  child_id TEXT NOT NULL REFERENCES child (id),
  review_id TEXT NOT NULL REFERENCES review (id),
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  removed_at TEXT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX filing_by_review ON filing (review_id);

-- The reviews whose standing record went out to somebody other than the manager, and whose every document of that
-- edition is filed: since the record was finalised, or since the decisions were for what rests on them alone. The
-- chair's sheet is a working paper and is not filed.
CREATE VIEW settled_review AS
SELECT final.review_id AS id FROM finalisation AS final
WHERE final.kind = 'record' AND final.removed_at IS NULL AND final.body ->> '$.withdrawn' IS NULL
  AND EXISTS (SELECT 1 FROM issued_document AS issued
    WHERE issued.review_id = final.review_id AND issued.removed_at IS NULL
      AND issued.body ->> '$.edition' = final.edition
      AND issued.body ->> '$.document' NOT IN ('chair', 'decisions', 'manager'))
  AND NOT EXISTS (SELECT 1 FROM issued_document AS issued
    WHERE issued.review_id = final.review_id AND issued.removed_at IS NULL
      AND issued.body ->> '$.edition' = final.edition AND issued.body ->> '$.document' <> 'chair'
      AND NOT EXISTS (SELECT 1 FROM filing
        WHERE filing.review_id = final.review_id AND filing.removed_at IS NULL
          AND filing.body ->> '$.document' = issued.body ->> '$.document'
          AND filing.body ->> '$.on' >= substr(coalesce(
            (SELECT decisions.body ->> '$.at' FROM finalisation AS decisions
             WHERE decisions.review_id = final.review_id AND decisions.kind = 'decisions'
               AND decisions.removed_at IS NULL AND decisions.body ->> '$.withdrawn' IS NULL
               AND issued.body ->> '$.document' IN ('decisions', 'manager')),
            final.body ->> '$.at'), 1, 10)));

CREATE TRIGGER review_settles_with_finalisation_insert AFTER INSERT ON finalisation
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

CREATE TRIGGER review_settles_with_finalisation_update AFTER UPDATE ON finalisation
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

CREATE TRIGGER review_settles_with_issued_document_insert AFTER INSERT ON issued_document
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

CREATE TRIGGER review_settles_with_issued_document_update AFTER UPDATE ON issued_document
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

CREATE TRIGGER review_settles_with_filing_insert AFTER INSERT ON filing
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

CREATE TRIGGER review_settles_with_filing_update AFTER UPDATE ON filing
BEGIN UPDATE review SET is_settled = EXISTS (SELECT 1 FROM settled_review WHERE id = NEW.review_id)
  WHERE id = NEW.review_id; END;

-- The dates that the rules of time gave each child when they were last computed: what Today reads, and what a date was
-- before it moved. `due` is missing where no rule gives one; `body` is the rest of the date, JSON.
CREATE TABLE deadline (
  child_id TEXT NOT NULL REFERENCES child (id),
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  due TEXT,
  is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (child_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadline_open_by_kind ON deadline (kind, due) WHERE is_done = 0;
CREATE INDEX deadline_open_by_due ON deadline (due) WHERE is_done = 0;

-- From which day until which they hold, and by which rules: another day or other rules make them stale.
CREATE TABLE deadline_state (
  child_id TEXT PRIMARY KEY REFERENCES child (id),
  computed_on TEXT NOT NULL,
  holds_until TEXT,
  rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Children whose facts have changed since, with the first record that did: kept by the triggers below.
CREATE TABLE deadline_stale (
  child_id TEXT PRIMARY KEY,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every date that moved, and what moved it: a record, the rules, or the day.
CREATE TABLE deadline_change (
  seq INTEGER PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES child (id),
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  rule_before TEXT NOT NULL,
  rule_after TEXT NOT NULL,
  due_before TEXT,
  due_after TEXT,
  cause TEXT NOT NULL CHECK (json_valid(cause))
) STRICT;
CREATE INDEX deadline_change_by_child ON deadline_change (child_id, seq);

CREATE TRIGGER deadlines_stale_with_child_insert AFTER INSERT ON child
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.id, 'child', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_child_update AFTER UPDATE OF body, removed_at ON child
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.id, 'child', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_period_insert AFTER INSERT ON period
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'period', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_period_update AFTER UPDATE OF body, removed_at ON period
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'period', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_dated_event_insert AFTER INSERT ON dated_event
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'dated_event', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_dated_event_update AFTER UPDATE OF body, removed_at ON dated_event
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'dated_event', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_paper_insert AFTER INSERT ON paper
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'paper', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_paper_update AFTER UPDATE OF body, removed_at ON paper
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'paper', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_deadline_mark_insert AFTER INSERT ON deadline_mark
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'deadline_mark', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_deadline_mark_update AFTER UPDATE OF body, removed_at ON deadline_mark
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'deadline_mark', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_midway_check_insert AFTER INSERT ON midway_check
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'midway_check', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_midway_check_update AFTER UPDATE OF body, removed_at ON midway_check
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'midway_check', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_addendum_insert AFTER INSERT ON addendum
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'addendum', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_addendum_update AFTER UPDATE OF body, removed_at ON addendum
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'addendum', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_issued_document_insert AFTER INSERT ON issued_document
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'issued_document', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_issued_document_update AFTER UPDATE OF body, removed_at ON issued_document
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'issued_document', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_filing_insert AFTER INSERT ON filing
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'filing', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_filing_update AFTER UPDATE OF body, removed_at ON filing
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'filing', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_person_insert AFTER INSERT ON person
WHEN NEW.role = 'personal-adviser'
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'person', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_person_update AFTER UPDATE OF body, removed_at ON person
WHEN NEW.role = 'personal-adviser' OR OLD.role = 'personal-adviser'
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'person', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_review_insert AFTER INSERT ON review
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'review', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_review_update AFTER UPDATE OF body, held_on, removed_at ON review
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'review', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_finalisation_insert AFTER INSERT ON finalisation
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'finalisation', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_finalisation_update AFTER UPDATE OF body, removed_at ON finalisation
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'finalisation', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_decision_insert AFTER INSERT ON decision
WHEN EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id AND body ->> '$.decisionsSentOn' IS NOT NULL)
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'decision', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_decision_update AFTER UPDATE OF body, removed_at ON decision
WHEN EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id AND body ->> '$.decisionsSentOn' IS NOT NULL)
  AND (OLD.body -> '$.reply' IS NOT NEW.body -> '$.reply' OR OLD.removed_at IS NOT NEW.removed_at)
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'decision', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_point_insert AFTER INSERT ON point
WHEN NEW.body ->> '$.telling.kind' = 'will-be-told'
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'point', NEW.id); END;

CREATE TRIGGER deadlines_stale_with_point_update AFTER UPDATE OF body, removed_at ON point
WHEN OLD.body -> '$.telling' IS NOT NEW.body -> '$.telling' OR OLD.removed_at IS NOT NEW.removed_at
BEGIN INSERT OR IGNORE INTO deadline_stale VALUES (NEW.child_id, 'point', NEW.id); END;

-- A review's day follows its last meeting and is watched there; the others of a series by their own days.
CREATE TRIGGER deadlines_stale_with_meeting_update AFTER UPDATE OF on_day, removed_at ON meeting
BEGIN INSERT OR IGNORE INTO deadline_stale
  SELECT DISTINCT child_id, 'meeting', NEW.id FROM review JOIN review_meeting ON review_id = review.id
  WHERE meeting_id = NEW.id; END;

CREATE TRIGGER deadlines_stale_with_review_meeting AFTER INSERT ON review_meeting
BEGIN INSERT OR IGNORE INTO deadline_stale
  SELECT child_id, 'meeting', NEW.meeting_id FROM review WHERE id = NEW.review_id; END;

-- What was typed into a structured field while it is not valid.
CREATE TABLE field_draft (
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  child_id TEXT NOT NULL REFERENCES child (id),
  entity TEXT NOT NULL,
  raw TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  typed_at TEXT NOT NULL,
  PRIMARY KEY (record, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_draft_by_child ON field_draft (child_id);

-- First results of changes by the client's request id: a replay returns them and changes nothing. The ids are
-- UUIDv7 and so lie in the order of their time: the oldest are found without an index of their own.
CREATE TABLE request (
  request_id TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  result TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The inverse of one change, refused once the record moved on.
CREATE TABLE undo (
  token TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES child (id),
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  version_after INTEGER NOT NULL,
  -- The body before; null where the change made the record.
  body_before TEXT,
  -- Another way back that is gone after this one: a filed note takes back with it what it became.
  also TEXT,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX undo_by_entity ON undo (entity_id);

-- Who changed what, when; append-only. `before_diff` turns the new body back into the old one.
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  child_id TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  what TEXT NOT NULL,
  version INTEGER NOT NULL,
  hash_before TEXT,
  hash_after TEXT,
  before_diff TEXT,
  -- The text of another child's record that a paragraph was taken from; its id only, never its words.
  source_id TEXT
) STRICT;
CREATE INDEX audit_by_entity ON audit (entity_id, seq);
CREATE INDEX audit_by_child ON audit (child_id, seq);

-- Holds a row only inside the transaction of the retention use case, which alone may empty audit rows.
CREATE TABLE retention_pass (child_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit rows are never deleted'); END;

CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
WHEN NOT EXISTS (SELECT 1 FROM retention_pass WHERE child_id = OLD.child_id)
  OR NEW.before_diff IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.entity_id <> OLD.entity_id
BEGIN SELECT RAISE(ABORT, 'audit rows never change'); END;

CREATE TRIGGER finalisation_is_kept BEFORE DELETE ON finalisation
WHEN NOT EXISTS (SELECT 1 FROM retention_pass WHERE child_id = OLD.child_id)
BEGIN SELECT RAISE(ABORT, 'finalised content is never deleted'); END;

CREATE TRIGGER finalisation_is_frozen BEFORE UPDATE ON finalisation
WHEN NEW.sha256 <> OLD.sha256 OR NEW.content IS NOT OLD.content OR NEW.kind <> OLD.kind
  OR NEW.edition <> OLD.edition OR NEW.review_id <> OLD.review_id
BEGIN SELECT RAISE(ABORT, 'finalised content never changes'); END;

-- Which row each indexed text is of. The rowid is the day (days since 1970) times 2^18 plus a counter, so that newest
-- first is the index's own order. Whose it is stands in that row and is not repeated here: four ids in every row
-- made this table as large as the texts.
CREATE TABLE search_text (
  rowid INTEGER PRIMARY KEY,
  -- 1 section_text, 2 note_line, 3 point, 4 decision, 5 action.
  entity INTEGER NOT NULL CHECK (entity BETWEEN 1 AND 5),
  entity_seq INTEGER NOT NULL,
  UNIQUE (entity_seq, entity)
) STRICT;

CREATE VIRTUAL TABLE search_fts USING fts5 (
  words,
  content = '',
  contentless_delete = 1,
  detail = full,
  tokenize = "unicode61 remove_diacritics 2"
);
