import { documentKinds } from '../../shared/domain/model/issue.ts';

export const help = `Golden Thread on the command line. Results are JSON on stdout, messages go to stderr.

  npm run -s cli -- <command> [files] [options]

  schema                                    the case file's JSON Schema
  check FILE…                               findings for the newest review not yet finalised (exit 1 if any blocks)
  deadlines FILE… [--rules FILE]            every date with its rule, state and sum; facts that cannot be right are
                                            findings; --rules: an authority's exported set
  export FILE… --document KIND --out DIR    Word documents of the newest review
         [--for ROLE] [--review ID]         KIND: ${documentKinds.join(', ')}
         [--letterhead FILE.docx]           the authority's letterhead, for what leaves the service
  import FILE… --store DIR [--new]          into an encrypted store, all or nothing
         [--on-conflict refuse|keep-mine|take-theirs]
  export --child ID --store DIR             one child's whole record as a case file
  backup --store DIR --to DIR               an encrypted backup
  restore --from BACKUP --store DIR         into an empty folder, with --recovery-key-file or the passphrase
  demo --out DIR [--window]                 the fictional caseload: a throw-away store, its Word documents, and
                                            with --window the application on it, where there is a display

  --today YYYY-MM-DD        default: today in Europe/London; the demo says which day it plays on
  --passphrase-file FILE    else you are asked; never an argument

Exit: 0 done, 1 something blocks, 2 bad input, 3 a fault of the program.`;
