import { isDeepStrictEqual } from 'node:util';
import { type Draw, drawFrom } from '../support/walks/draw';
import { described, faultIn, smaller } from './fuzz/judging';
import { type Callers, drawRequest, type FuzzRequest, type Heard } from './fuzz/requests';
import { committedDocument, documentedRoutes, type FuzzedRoute } from './fuzz/routes';
import { type FuzzScene, fuzzScene } from './fuzz/scene';
import { Sender, sendBytes } from './fuzz/sending';
import type { Schema } from './fuzz/values';
import { WrittenRows } from './fuzz/written-rows';

export type FuzzRun = {
  requests: number;
  routes: number;
  /** How often each status was answered. */
  statuses: Record<string, number>;
  /** Refused requests after which every table was compared with what it held before. */
  comparedRefusals: number;
  /** Routes that nothing was taken on: they were only seen refusing. */
  neverTaken: string[];
  wrong: string[];
};

const atOnce = 16;
/** Longer than any answer takes on a busy machine. */
const limitMs = 60_000;
/** Of so many requests one goes alone, between two looks at the tables. */
const lookEvery = 60;
const mostRemembered = 200;
/** Different faults that are reported; more of the same kind are only counted. */
const mostFaults = 20;

/**
 * Sends every route of the OpenAPI document requests that are right, nearly right or nothing like it, 16 at once, by every role. Wrong is an
 * answer of 500 or above, none at all in a minute, a refusal that is no problem details or whose code the document does not list for the
 * route, insides of ours in an answer, and a row written by a request that was refused.
 * @param seed what is sent follows from it, as far as the answers to what went before are the same
 */
export async function runFuzz(
  logins: Record<'ownerUrl' | 'appUrl' | 'superuserUrl', string>,
  requests: number,
  seed: number,
): Promise<FuzzRun> {
  const scene = await fuzzScene(logins);
  const rows = await WrittenRows.watch(logins.superuserUrl);
  const fuzzing = new Fuzzing(scene, rows, drawFrom(seed));
  try {
    return await fuzzing.run(requests);
  } finally {
    fuzzing.close();
    await rows.close();
    await scene.close();
  }
}

class Fuzzing {
  private readonly document = committedDocument();
  private readonly routes = documentedRoutes(this.document);
  private readonly heard: Heard = { ids: new Map(), steps: [] };
  private readonly sender: Sender;
  private readonly callers: Callers;
  private readonly statuses: Record<string, number> = {};
  private readonly taken = new Set<string>();
  /** By what is wrong where, the smallest request that shows it. */
  private readonly wrong = new Map<string, string>();
  private compared = 0;

  constructor(
    private readonly scene: FuzzScene,
    private readonly rows: WrittenRows,
    private readonly draw: Draw,
  ) {
    this.sender = new Sender(scene.port, limitMs);
    this.callers = { keys: scene.keys, tokens: scene.tokens };
  }

  async run(requests: number): Promise<FuzzRun> {
    let sent = 0;
    while (sent < requests && this.wrong.size < mostFaults) {
      const together = Math.min(lookEvery, requests - sent);
      // Drawn in turn, so that the seed decides; what is drawn knows what the ones before have brought to light.
      for (let first = 0; first < together; first += atOnce) {
        const group = Array.from({ length: Math.min(atOnce, together - first) }, (_, at) =>
          this.next(sent + first + at),
        );
        await Promise.all(group.map((asked) => this.judge(asked)));
      }
      sent += together;
      await this.lookAtRefusal();
      await this.sendNonsense();
    }
    return {
      requests: Object.values(this.statuses).reduce((sum, count) => sum + count, 0),
      routes: this.routes.length,
      statuses: this.statuses,
      comparedRefusals: this.compared,
      neverTaken: this.routes.filter(({ name }) => !this.taken.has(name)).map(({ name }) => name),
      wrong: [...this.wrong.values()],
    };
  }

  close(): void {
    this.sender.close();
  }

  /** Every route in turn. */
  private next(turn: number): FuzzRequest {
    const route = this.routes[turn % this.routes.length] as FuzzedRoute;
    const { draw, heard, callers } = this;
    return drawRequest(route, { draw, heard, callers, named: this.document.components.schemas });
  }

  /** The status; undefined where something was wrong. */
  private async judge(asked: FuzzRequest): Promise<number | undefined> {
    const { fault, status } = await this.ask(asked);
    if (fault !== undefined) await this.report(asked, fault);
    return fault === undefined ? status : undefined;
  }

  private async ask(asked: FuzzRequest): Promise<{ fault?: string | undefined; status?: number }> {
    try {
      const answer = await this.sender.send(asked);
      this.statuses[answer.status] = (this.statuses[answer.status] ?? 0) + 1;
      if (answer.status < 400) this.taken.add(asked.route.name);
      if (answer.status < 300 && answer.type.startsWith('application/json')) this.remember(asked.route, answer.text);
      return { fault: faultIn(asked, answer), status: answer.status };
    } catch (error) {
      return { fault: `no answer: ${(error as Error).message}` };
    }
  }

  private async report(asked: FuzzRequest, fault: string): Promise<void> {
    const kind = `${asked.route.name}: ${fault.replaceAll(/[0-9a-f-]{8,}|\d+/g, '#').slice(0, 70)}`;
    if (this.wrong.has(kind)) return;
    this.wrong.set(kind, kind);
    const least = await this.shrunk(asked, fault.slice(0, 20));
    const mistake = this.scene.mistakes.at(-1);
    const inside = fault.startsWith('answered 5') && mistake !== undefined ? `\n    ${mistake.slice(0, 1_500)}` : '';
    this.wrong.set(kind, `${fault.slice(0, 400)}\n    ${described(least)}${inside}`);
  }

  /** The smallest request found that still shows the same. */
  private async shrunk(first: FuzzRequest, fault: string): Promise<FuzzRequest> {
    let asked = first;
    for (let tries = 0; tries < 5; tries += 1) {
      let found: FuzzRequest | undefined;
      for (const less of smaller(asked)) {
        if ((await this.ask(less)).fault?.startsWith(fault)) {
          found = less;
          break;
        }
      }
      if (!found) return asked;
      asked = found;
    }
    return asked;
  }

  /** One request alone: where it is refused, no table may have changed. */
  private async lookAtRefusal(): Promise<void> {
    const writing = this.routes.filter(({ method }) => method !== 'GET');
    const route = this.draw.pick(writing);
    const { draw, heard, callers } = this;
    const asked = drawRequest(route, { draw, heard, callers, named: this.document.components.schemas });
    const before = await this.rows.now();
    const status = await this.judge(asked);
    if (status === undefined || status < 400) return;
    this.compared += 1;
    const after = await this.rows.now();
    if (isDeepStrictEqual(before, after)) return;
    const changed = [...after].filter(([name, found]) => before.get(name) !== found).map(([name]) => name);
    this.wrong.set(
      `${route.name} wrote`,
      `refused with ${status}, and wrote ${changed.join(', ')}\n    ${described(asked)}`,
    );
  }

  /** What is not even HTTP is refused, or cut off. */
  private async sendNonsense(): Promise<void> {
    const bytes = this.draw.pick(nonsense);
    try {
      const text = await sendBytes(this.scene.port, bytes, limitMs);
      if (!/^($|HTTP\/1\.1 [234])/.test(text))
        this.wrong.set(bytes, `${JSON.stringify(bytes)} was answered ${text.slice(0, 200)}`);
      // A second request may not hide in the first.
      if ((text.match(/^HTTP\/1\.1 /gm) ?? []).length > 1)
        this.wrong.set(bytes, `${JSON.stringify(bytes)} was two requests`);
    } catch (error) {
      this.wrong.set(bytes, `${JSON.stringify(bytes)}: ${(error as Error).message}`);
    }
  }

  private remember({ path }: FuzzedRoute, text: string): void {
    const said = JSON.parse(text) as Record<string, unknown>;
    const place = path.split('/').findLast((part) => /^[a-z-]+$/.test(part)) ?? '';
    const found = Array.isArray(said.items) ? (said.items as Record<string, unknown>[]) : [said];
    for (const one of found) {
      const id = one.id ?? one.name;
      if (typeof id === 'string' && id.length < 300) this.keep(place, id);
      if (typeof one.id === 'string' && Array.isArray(one.availableCommands)) this.keepSteps(one);
    }
  }

  private keep(place: string, id: string): void {
    if (this.scene.keyIds.includes(id)) return;
    const ids = this.heard.ids.get(place) ?? [];
    if (ids.includes(id)) return;
    this.heard.ids.set(place, [...ids, id].slice(-mostRemembered));
  }

  private keepSteps(workflow: Record<string, unknown>): void {
    const commands = workflow.availableCommands as { name: string; schema: Schema }[];
    const own = commands.map(({ name, schema }) => ({
      workflow: String(workflow.id),
      version: Number(workflow.version),
      command: name,
      schema,
    }));
    const others = this.heard.steps.filter((step) => step.workflow !== workflow.id);
    this.heard.steps = [...others, ...own].slice(-mostRemembered);
  }
}

const nonsense: readonly string[] = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET /v1/workflows HTTP/1.1\r\nHost: x\r\nX-A: a\r\nb\r\nConnection: close\r\n\r\n',
  'GET /v1/work flows HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET /v1/workflows\r\n HTTP/1.1\r\nHost: x\r\n\r\n',
  'BREW /v1/workflows HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'TRACE /v1/workflows HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET http://elsewhere.example.invalid/v1/workflows HTTP/1.1\r\nHost: y\r\nConnection: close\r\n\r\n',
  'GET //etc/../v1/workflows HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
  'POST /v1/workflows HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 40\r\nConnection: close\r\n\r\n{}x',
  'POST /v1/workflows HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'POST /v1/workflows HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n',
  `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
  `GET /v1/definitions HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(1_500)}Connection: close\r\n\r\n`,
  'GET /v1/definitions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\0b\r\nConnection: close\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\r\n\r\n\r\nQUIT\r\n',
];
