import { askedOfAsikkala } from '../../../../test/support/asked-of-asikkala';
import { folded, given, type Given } from '../../../../test/support/given';
import { evidenceIn } from '../kernel/read-evidence';
import { followsOf } from '../kernel/follows';
import { informationRequest } from './information-request.workflow';

const asked = { ...askedOfAsikkala, asksFor: 'municipality-card/2025' };
const topic = 'answer/016/municipality-card/2025';
const answer = { answers: { efforts: 'Liikuntaneuvonta.' }, body: 'Hyvinvointilautakunta', section: '12' };
const byRespondent = { role: 'respondent' as const, at: '2026-06-10T10:00:00+03:00' };
const later = '2026-06-10T12:00:00+03:00';

const request = (id = '09.second') => given(informationRequest, asked, { id });
const answered = () => request('09.first').when('record-answer', answer, byRespondent);

function publicationOf(so: Given) {
  const [publication] = so.effects.publications;
  if (!publication) throw new Error('nothing is published');
  return { topic: publication.topic, from: so.instance.id, data: publication.data };
}

const toldOf = (first: Given, so = request(), at = later) =>
  so.when('share-answer', publicationOf(first), { role: 'workflow', by: first.instance.id, at });

const follows = ({ instance }: Given) => Object.keys(followsOf(informationRequest, instance));

describe('an answer that several requests wait for', () => {
  it('is published where it is given, with its body and section, and followed by who still waits', () => {
    const first = answered();
    expect(first.effects.publications).toMatchObject([
      { topic, data: { answeredOn: '2026-06-10', ...answer, matter: { en: 'Advance assignment, year 2027' } } },
    ]);
    expect(follows(request())).toEqual([topic]);
    expect(follows(first)).toEqual([]);
  });

  it('is the answer of the other too: on the day it was given, with a receipt, and the parent hears of it', () => {
    const second = toldOf(answered());
    expect(second.instance.state).toBe('received.answered');
    expect(second.instance.context).toMatchObject({
      answer: { ...answer, on: '2026-06-10', late: false },
      sharedFrom: { from: '09.first' },
    });
    expect(second.instance.deadlines.answer?.status).toBe('met');
    expect(second.effects.ended).toEqual(['answer']);
    expect(second.effects.notifications).toMatchObject([
      { template: 'answer-shared', to: { organisation: '016' }, data: { answeredOn: '2026-06-10' } },
    ]);
    expect(second.effects.tellParent).toMatchObject([
      { command: 'note-answer', data: { organisation: '016', outcome: 'answered', late: false, shared: true } },
    ]);
    expect(second.effects.publications).toEqual([]);
    expect(folded(informationRequest, second)).toEqual({ instance: second.instance, differences: [] });
  });

  it('that was given before the reply date is on time, whenever the other hears of it', () => {
    const overdue = request().when(
      'pass-deadline',
      { deadline: 'answer' },
      {
        role: 'clock',
        at: '2026-08-17T16:15:00+03:00',
      },
    );
    const onTime = toldOf(answered(), overdue, '2026-08-18T09:00:00+03:00');
    expect(onTime.instance.deadlines.answer?.status).toBe('met');
    const first = request('09.first').when('record-answer', answer, {
      ...byRespondent,
      at: '2026-08-18T09:00:00+03:00',
    });
    const late = toldOf(first, overdue, '2026-08-18T09:00:00+03:00');
    expect(late.instance.deadlines.answer?.status).toBe('met-late');
    expect(late.effects.tellParent).toMatchObject([{ data: { late: true } }]);
  });

  it('that is completed is published again, and corrects the other', () => {
    const completed = answered()
      .when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' })
      .when('record-answer', { answers: { efforts: 'Myös ravitsemus.' } }, byRespondent);
    expect(publicationOf(completed).data).toMatchObject({ answers: { efforts: 'Myös ravitsemus.' }, section: '12' });
    const second = toldOf(answered());
    expect(follows(second)).toEqual([topic]);
    const corrected = toldOf(completed, second);
    expect(corrected.lastEvents()).toEqual(['SharedAnswerCorrected', 'ParentTold']);
    expect(corrected.instance.context).toMatchObject({ answer: { answers: { efforts: 'Myös ravitsemus.' } } });
  });

  it('can be returned for completion, which is then an answer of its own', () => {
    const returned = toldOf(answered()).when('return-for-completion', { reason: 'Kesken.', dueOn: '2026-08-19' });
    const own = returned.when('record-answer', { answers: { efforts: 'Enemmän.' } }, byRespondent);
    expect(own.instance.context).toMatchObject({ answer: { answers: { efforts: 'Enemmän.' } }, sharedFrom: null });
    expect(follows(own)).toEqual([]);
    expect(own.refuses('share-answer', publicationOf(answered()), { role: 'workflow' })).toMatchObject({
      code: 'illegal-step',
    });
    const other = request('09.third').when('record-answer', { answers: { efforts: 'Muu.' } }, byRespondent);
    expect(toldOf(other, returned).instance).toMatchObject({
      state: 'received.answered',
      context: { sharedFrom: { from: '09.third' }, completion: null },
    });
  });

  it('does not replace what was answered here, nor what came from another request', () => {
    const other = request('09.third').when('record-answer', answer, byRespondent);
    const illegal = { code: 'illegal-step' };
    const second = toldOf(answered());
    expect(second.refuses('share-answer', publicationOf(other), { role: 'workflow', at: later })).toMatchObject(
      illegal,
    );
    expect(other.refuses('share-answer', publicationOf(answered()), { role: 'workflow' })).toMatchObject(illegal);
  });

  it('is nobody else’s where nothing is asked for by name, or it is withdrawn or missed', () => {
    const { asksFor: _, ...unnamed } = asked;
    const alone = given(informationRequest, unnamed);
    expect(follows(alone)).toEqual([]);
    expect(alone.when('record-answer', answer, byRespondent).effects.publications).toEqual([]);
    expect(request().when('withdraw', { reason: 'x' }).effects.publications).toEqual([]);
    expect(request().when('close-request', {}).effects.publications).toEqual([]);
  });

  it('supports the duties by both requests, on the day it was given', () => {
    const read = (so: Given) => evidenceIn([informationRequest], '09', so.events);
    const [first, second] = [read(answered()), read(toldOf(answered(), request(), '2026-06-12T12:00:00+03:00'))];
    expect(second).toHaveLength(first.length);
    expect(second.map(({ on, section }) => [on, section])).toEqual(first.map(() => ['2026-06-10', '12']));
  });
});
