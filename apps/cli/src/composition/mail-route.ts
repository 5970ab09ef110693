import { startInbox, type Inbox } from '@app/embedded';
import type { Settings } from '../config/settings';
import { environmentFailed } from '../output/cli-error';
import type { Home } from './home';

/** Where mails go: to a relay, or nowhere further than the local inbox. */
export type MailRoute = { mode: string; smtpUrl: string | undefined; inbox?: Inbox };

/**
 * What the settings say about mail.
 * @throws CliError (environment) when they say nothing: mail must neither be lost silently nor leave by accident.
 */
export function mailModeOf({ mailMode, smtpUrl }: Settings): string {
  if (mailMode === undefined && smtpUrl === undefined) {
    throw environmentFailed(
      'It is not said what happens to mail.',
      'Set SMTP_URL to your mail relay, or MAIL_MODE=inbox to keep every mail in a local folder, or MAIL_MODE=hold to send none.',
    );
  }
  const mode = mailMode ?? 'smtp';
  if (smtpUrl === undefined && mode !== 'inbox' && mode !== 'hold') {
    throw environmentFailed(
      `MAIL_MODE=${mode} needs a mail relay.`,
      'Set SMTP_URL, for example smtp://relay.example.invalid:25.',
    );
  }
  return mode;
}

/** Opens the way for mails; with MAIL_MODE=inbox the local inbox, which the caller stops. */
export async function openMailRoute(home: Home, settings: Settings): Promise<MailRoute> {
  const mode = mailModeOf(settings);
  if (mode !== 'inbox') return { mode, smtpUrl: settings.smtpUrl };
  const inbox = await startInbox({ directory: home.inbox });
  return { mode, smtpUrl: inbox.url, inbox };
}
