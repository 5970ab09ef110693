import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { newWebhookKey } from '../clock/randomness';
import type { Settings } from '../config/settings';
import { makeKeyFile } from './key-file';

/**
 * The file with what the secrets of webhooks come from, made where the home has none yet; undefined where the settings name a key, which
 * the programs read themselves. @throws CliError (environment)
 */
export function preparedWebhookKey(
  { hasWebhookKey }: Pick<Settings, 'hasWebhookKey'>,
  home: string,
): string | undefined {
  if (hasWebhookKey) return undefined;
  const file = join(home, 'webhooks', 'key');
  if (!existsSync(file)) makeKeyFile(file, newWebhookKey());
  return file;
}
