import { readArguments } from './cli/arguments.ts';
import { Failed } from './cli/client.ts';
import { commands } from './cli/commands.ts';
import { demo } from './cli/demo.ts';
import { help } from './cli/help.ts';
import { isCommand, outputs } from './cli/outputs.ts';
import { print } from './cli/print.ts';
import { describeCause } from './core/log.ts';

/** Exit codes: done, something blocks, bad input or a store that cannot be used, a bug. */
const exit = { done: 0, blocked: 1, bad: 2, bug: 3 } as const;

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function run(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if (args.command === 'help') {
    say(help);
    return args.values.help === true || argv.length === 0 || argv[0] === 'help' ? exit.done : exit.bad;
  }
  if (!isCommand(args.command)) {
    say('There is no such command.');
    say(help);
    return exit.bad;
  }
  const command = args.command === 'demo' ? demo : commands[args.command];
  const { value, isBlocked } = await command(args);
  const printed: unknown = outputs[args.command].parse(value);
  await print(`${JSON.stringify(printed, undefined, 2)}\n`);
  return isBlocked === true ? exit.blocked : exit.done;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (cause) {
  if (cause instanceof Failed) {
    const { code, message, issues = [] } = cause.error;
    say(`${code}: ${message}`);
    for (const issue of issues) say(`  ${issue.path || '(file)'}: ${issue.message}`);
    process.exitCode = code === 'internal' ? exit.bug : exit.bad;
  } else {
    const { kind, code } = describeCause(cause);
    say(`internal: something went wrong (${kind}, ${code}). Nothing was saved.`);
    process.exitCode = exit.bug;
  }
}
