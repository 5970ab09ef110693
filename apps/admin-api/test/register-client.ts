import { type Answer, problemIn, request, type RunningApi } from './running-api';

type Item = Record<string, unknown> & { id: string };
type List = { items: Item[]; next: string | null };
type Done = { item: Item; warnings: { code: string }[]; from: Item; to: Item };

/** A contact to add to Asikkala, who holds no role yet. */
export const newContact = {
  name: 'Aino Uusi',
  email: 'aino.uusi@asikkala.example.invalid',
  of: '016',
  language: 'fi',
  roles: [],
};

/** A coordinator's program that reads and writes the register, and an auditor's that reads it. */
export class RegisterClient {
  constructor(private readonly api: RunningApi) {}

  async get(path: string): Promise<unknown> {
    const answer = await request(this.api, this.api.keys.auditor, `/v1/${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  }

  async list(path: string): Promise<List> {
    return (await this.get(path)) as List;
  }

  async idsIn(path: string): Promise<string[]> {
    return (await this.list(path)).items.map(({ id }) => id);
  }

  send(method: string, path: string, json?: unknown, key = this.api.keys.coordinator): Promise<Answer> {
    return request(this.api, key, `/v1/${path}`, { method, ...(json !== undefined && { json }) });
  }

  post(path: string, json: unknown): Promise<Answer> {
    return this.send('POST', path, json);
  }

  patch(path: string, json: unknown): Promise<Answer> {
    return this.send('PATCH', path, json);
  }

  /** The id of whoever holds the role in the example register. */
  contactId(of: string, role: string): string {
    const found = this.api.register.contacts.find(
      (one) => one.of === of && one.roles.some((held) => held.role === role),
    );
    if (!found) throw new Error(`${of} has no ${role}`);
    return found.id;
  }
}

/** What a change that was made answers. */
export async function done(answer: Promise<Answer>, status = 200): Promise<Done> {
  const { status: got, text, body } = await answer;
  if (got !== status) throw new Error(`${got} ${text}`);
  return body as Done;
}

/** The fields and codes of a change that was refused. */
export async function refused(answer: Promise<Answer>, status: number) {
  const problem = problemIn(await answer);
  expect(problem.status).toBe(status);
  return problem.errors?.map(({ path, code }) => [path, code]);
}
