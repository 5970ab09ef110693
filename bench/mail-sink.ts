import { startInbox } from '@app/embedded';

/** A mail server in a process of its own that takes every mail and keeps none. Says its address; answers each message with its count. */
async function main(): Promise<void> {
  const inbox = await startInbox({ discard: true });
  process.send?.({ url: inbox.url });
  process.on('message', () => process.send?.({ taken: inbox.taken() }));
  process.on('disconnect', () => void inbox.stop().then(() => process.exit(0)));
}

void main();
