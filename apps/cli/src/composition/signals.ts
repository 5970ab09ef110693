const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves when somebody asks this process to end; a second request while things are being stopped changes nothing. */
export function askedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const name of endings) process.on(name, resolve);
  });
}

/**
 * Does a short piece of work to its end although somebody asks this process to end meanwhile; the request then takes
 * effect. For work that would leave a server behind.
 */
export async function uninterrupted<T>(work: () => Promise<T>): Promise<T> {
  let asked: NodeJS.Signals | undefined;
  const hold = (name: NodeJS.Signals): void => {
    asked = name;
  };
  for (const name of endings) process.on(name, hold);
  try {
    return await work();
  } finally {
    for (const name of endings) process.off(name, hold);
    if (asked) process.kill(process.pid, asked);
  }
}
