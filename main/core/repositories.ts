import type { Database } from '../store/openStore.ts';
import { createCaseloadRepository } from '../store/caseloadRepository.ts';
import { createContentRepository } from '../store/contentRepository.ts';
import { createDeadlineRepository } from '../store/deadlineRepository.ts';
import { createDraftRepository } from '../store/draftRepository.ts';
import { createEntityRepository } from '../store/entityRepository.ts';
import { createJournalRepository } from '../store/journalRepository.ts';
import { createLinkRepository } from '../store/linkRepository.ts';
import { createListRepository } from '../store/listRepository.ts';
import { createSearchRepository } from '../store/searchRepository.ts';
import { createSettingRepository } from '../store/settingRepository.ts';
import { createTextRepository } from '../store/textRepository.ts';

/** All repositories of one open store. */
export function createRepositories(db: Database) {
  return {
    entities: createEntityRepository(db),
    links: createLinkRepository(db),
    texts: createTextRepository(db),
    journal: createJournalRepository(db),
    settings: createSettingRepository(db),
    drafts: createDraftRepository(db),
    search: createSearchRepository(db),
    contents: createContentRepository(db),
    lists: createListRepository(db),
    caseload: createCaseloadRepository(db),
    deadlines: createDeadlineRepository(db),
  };
}
export type Repositories = ReturnType<typeof createRepositories>;
