import type { Database, Statement } from '../connection/database';
import type { Begun, BegunRequest, KeptAnswer, KeptAnswerStore, KeyedRequest } from './kept-answer-store';

const begin: Statement = {
  text: `insert into vuosikello.kept_answer (county, id, request_hash) values ($1, $2, $3) on conflict do nothing returning xmin::text as mark`,
};
const find: Statement = {
  text: `select request_hash as hash, status, headers, body from vuosikello.kept_answer where county = $1 and id = $2`,
};
const settle: Statement = {
  text: `update vuosikello.kept_answer set status = $3, headers = $4, body = $5 where county = $1 and id = $2`,
};
// The transaction that wrote the row is its mark: no other change leaves a row without an answer.
const release: Statement = {
  text: `delete from vuosikello.kept_answer where county = $1 and id = $2 and status is null and xmin::text = $3`,
};
const dropOld: Statement = { text: 'select vuosikello.drop_some_answers($1) as dropped' };

type Row = { hash: string; status: number | null; headers: string | null; body: string | null };
type Of = Pick<KeyedRequest, 'county' | 'id'>;

/** Answers to requests with an Idempotency-Key. */
export class KeptAnswers implements KeptAnswerStore {
  constructor(private readonly database: Database) {}

  async begin({ county, id, requestHash }: KeyedRequest): Promise<Begun> {
    return this.database.inCounty(county, async (query): Promise<Begun> => {
      const [mine] = await query<{ mark: string }>(begin, [county, id, requestHash]);
      if (mine) return { outcome: 'begun', mark: mine.mark };
      const [row] = await query<Row>(find, [county, id]);
      // Released between the two: whoever asks again begins it.
      if (!row) return { outcome: 'unfinished' };
      if (row.hash !== requestHash) return { outcome: 'key-reused' };
      const { status, headers, body } = row;
      if (status === null || headers === null) return { outcome: 'unfinished' };
      return { outcome: 'done', answer: { status, headers: JSON.parse(headers) as KeptAnswer['headers'], body } };
    });
  }

  async settle({ county, id }: Of, { status, headers, body }: KeptAnswer): Promise<void> {
    const values = [county, id, status, JSON.stringify(headers), body];
    await this.database.inCounty(county, (query) => query(settle, values));
  }

  async release({ county, id, mark }: BegunRequest): Promise<void> {
    await this.database.inCounty(county, (query) => query(release, [county, id, mark]));
  }

  async dropOld(most: number): Promise<number> {
    const [row] = await this.database.query<{ dropped: number }>(dropOld, [most]);
    return row?.dropped ?? 0;
  }
}
