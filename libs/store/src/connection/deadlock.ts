const deadlock = '40P01';
const mostTries = 4;

/** Whether the database has given up a transaction so that others can go on: it has left nothing behind. */
export function isDeadlock(error: unknown): boolean {
  return (error as { code?: string }).code === deadlock;
}

/** Does again what the database has given up for a deadlock. @throws what the work throws otherwise, or at last */
export async function afterDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isDeadlock(error) || tries === mostTries) throw error;
    }
  }
}
