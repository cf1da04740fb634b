import { parseArgs } from 'node:util';

/** What a command is asked on the line that starts it. */
export interface CommandLine<Flag extends string> {
  flags: Readonly<Record<Flag, boolean>>;
  operands: readonly string[];
}

/**
 * Reads the line of a command that takes flags and between `least` and `most` operands. Where it cannot be read, or
 * asks for help, prints how the command is used and answers the code to exit with.
 */
export function readCommandLine<Flag extends string>(
  usage: string,
  names: readonly Flag[],
  [least, most]: readonly [least: number, most: number],
  line: readonly string[] = process.argv.slice(2),
): CommandLine<Flag> | number {
  const options = Object.fromEntries([...names, 'help'].map((name) => [name, { type: 'boolean' } as const]));
  let parsed;
  try {
    parsed = parseArgs({ args: [...line], options, allowPositionals: true });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help || positionals.length < least || positionals.length > most) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const flags = Object.fromEntries(names.map((name) => [name, values[name] === true]));
  return { flags: flags as Record<Flag, boolean>, operands: positionals };
}
