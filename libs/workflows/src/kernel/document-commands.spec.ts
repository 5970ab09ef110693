import { instant } from '@app/domain';
import { folded, given, type Given } from '../../../../test/support/given';
import { small } from '../../../../test/support/small-workflow';
import { advance } from './decide';
import { currentDocuments } from './document-commands';

const begun = () => given(small, { dueOn: '2026-08-17' });
const sha256 = 'a'.repeat(64);
const link = 'https://vesikylatie.test/poytakirja.pdf';
const minutes = { title: 'Pöytäkirja', publicity: 'public', link };
const isItsLog = (so: Given) => expect(folded(small, so)).toEqual({ instance: so.instance, differences: [] });

const kept = { sha256, bytes: 12, mediaType: 'application/pdf' };
const file = { ...kept, name: 'poytakirja.pdf' };
const withFile = (data: object) =>
  advance(small, begun().instance, {
    name: 'attach-document',
    data,
    file,
    actor: { id: 'test', role: 'coordinator' },
    commandId: 'c',
    now: instant('2026-06-01T09:00:00+03:00'),
  });

describe('a document', () => {
  it('is a link, perhaps with the hash of what is behind it', () => {
    const so = begun()
      .when('attach-document', { ...minutes, kind: 'pöytäkirja', language: 'fi', caseNumber: '12/00.01/2026' })
      .when('attach-document', { ...minutes, sha256 });
    expect(so.lastEvents()).toEqual(['DocumentAttached']);
    expect(so.events.at(-1)?.data).toEqual({
      document: { id: 'd2', title: 'Pöytäkirja', publicity: 'public', link: { url: link, sha256 } },
    });
    expect(so.instance.life.documents).toMatchObject([
      { id: 'd1', kind: 'pöytäkirja', language: 'fi', caseNumber: '12/00.01/2026', link: { url: link } },
      { id: 'd2' },
    ]);
    isItsLog(so);
  });

  it('is a file only where one came with the command', () => {
    const attached = withFile({ title: 'Pöytäkirja', publicity: 'restricted' });
    expect(attached).toMatchObject({
      accepted: true,
      events: [{ data: { document: { id: 'd1', title: 'Pöytäkirja', publicity: 'restricted', file: kept } } }],
    });
    // Its name may name somebody, and is nowhere in what is recorded and folded.
    const untitled = withFile({ publicity: 'restricted' });
    expect(untitled).toMatchObject({
      accepted: true,
      events: [{ data: { document: { id: 'd1', publicity: 'restricted', file: kept } } }],
    });
    expect(JSON.stringify([attached, untitled])).not.toContain('poytakirja.pdf');
    expect(withFile(minutes)).toMatchObject({ accepted: false, code: 'invalid-data' });
    expect(begun().refuses('attach-document', { title: 'Pöytäkirja', publicity: 'public', file })).toMatchObject({
      code: 'invalid-data',
      issues: [{ path: 'link' }, { code: 'unrecognized_keys' }],
    });
  });

  it('takes the place of an earlier one, and both stay on record', () => {
    const first = begun().when('attach-document', minutes).when('attach-document', minutes);
    const so = first.when('attach-document', { ...minutes, supersedes: 'd1' });
    expect(currentDocuments(so.instance).map(({ id }) => id)).toEqual(['d2', 'd3']);
    expect(so.instance.life.documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
    expect(so.refuses('attach-document', { ...minutes, supersedes: 'd1' }).issues).toMatchObject([
      { path: 'supersedes', code: 'already-superseded', message: { en: expect.stringContaining('d3') as string } },
    ]);
    expect(so.refuses('attach-document', { ...minutes, supersedes: 'd9' }).issues).toMatchObject([
      { path: 'supersedes', code: 'unknown-document' },
    ]);
    isItsLog(so);
  });

  it.each([
    ['without a title', { title: ' ' }],
    ['of unknown publicity', { publicity: 'secret' }],
    ['behind a script', { link: 'javascript:alert(1)' }],
    ['with half a hash', { sha256: 'abc' }],
    ['in no language', { language: 'suomi!' }],
  ])('is refused %s', (_, wrong) => {
    expect(begun().refuses('attach-document', { ...minutes, ...wrong })).toMatchObject({ code: 'invalid-data' });
  });

  it('comes by staff and respondents, while time stands still and after the end', () => {
    const paused = begun().when('pause', { reason: 'Selvitetään.' }).when('attach-document', minutes);
    const ended = paused.when('drop', {}).when('attach-document', minutes, { role: 'respondent' });
    expect(ended.instance).toMatchObject({ status: 'cancelled', life: { documents: [{ id: 'd1' }, { id: 'd2' }] } });
    isItsLog(ended);
    const again = ended.when('reopen', { reason: 'Erehdys.' });
    expect(again.instance.life.documents).toHaveLength(2);
    isItsLog(again);
    for (const role of ['auditor', 'operator', 'service', 'workflow'] as const)
      expect(ended.refuses('attach-document', minutes, { role })).toMatchObject({ code: 'not-permitted' });
  });
});
