import { run } from './run';

// A reader that closes the pipe early (`| head`) is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Everything is closed by now; a connection that is slow to go must not keep a person waiting for the prompt. A pipe takes long texts
// bit by bit: what was said goes out first.
void run(process.argv.slice(2)).then((exitCode) => process.stdout.write('', () => process.exit(exitCode)));
