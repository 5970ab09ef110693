import { readFileSync } from 'node:fs';
import { type Settings, SettingsError, settingNames, secretNames, settingsFrom } from './settings';

/**
 * The engine's settings from the process environment; the only place that reads it. A secret may also be given as
 * `<NAME>_FILE`, the path of a file that holds it. @throws SettingsError naming each setting and what is right.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = settingNames.flatMap((name) => {
    const value = valueOf(environment, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return settingsFrom(Object.fromEntries(given));
}

function valueOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const direct = nonEmpty(environment[name]);
  const file = secretNames.has(name) ? nonEmpty(environment[`${name}_FILE`]) : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined) throw new SettingsError([`${name}: is given twice; leave out ${name} or ${name}_FILE`]);
  try {
    return nonEmpty(readFileSync(file, 'utf8').trim());
  } catch {
    throw new SettingsError([`${name}_FILE: the file cannot be read: ${file}`]);
  }
}

/** An empty value is what a compose file or a shell leaves of a variable that is not set. */
function nonEmpty(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}
