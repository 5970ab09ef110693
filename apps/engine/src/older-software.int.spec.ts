import { instant } from '@app/domain';
import { addDefinitions } from '../../../test/support/added-definitions';
import { begin } from '../../../test/support/requests';
import { visitData } from '../../../libs/workflows/test/site-visit/arranged-visit';
import { siteVisit } from '../../../libs/workflows/test/site-visit/site-visit.workflow';
import { siteVisit2 } from '../../../libs/workflows/test/site-visit/site-visit-2.workflow';
import { eventually } from '../test/eventually';
import { EngineScene } from '../test/running-engine';

jest.setTimeout(90_000);

/** A week before the visit, and a little after. */
const reminderDue = instant('2026-09-03T06:00:00Z');
const aWhileLater = instant('2026-09-03T06:00:30Z');
const unknown = 'No definition site-visit version 2: this software is older than the data';

describe('an engine that meets a version that it does not know', () => {
  let scene: EngineScene;
  let forgetDefinitions: () => void;

  beforeEach(async () => {
    forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
    scene = await EngineScene.open(instant('2026-06-01T06:00:00Z'));
    for (const [id, version] of [
      ['09.older', 1],
      ['09.newer', 2],
    ] as const)
      expect(await scene.store.workflows.start({ ...begin(id, 'site-visit', visitData()), version })).toMatchObject({
        outcome: 'accepted',
      });
    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit);
  });
  afterEach(async () => {
    forgetDefinitions();
    await scene.close();
  });

  it('leaves it to a newer one, does the rest, and nothing is counted as a failure', async () => {
    await scene.startEngine();
    await scene.setClock(reminderDue);
    await scene.mail('09.older', 'step-due', 'accepted');
    await eventually('left', async () => (await scene.lastErrors()).includes(unknown));
    expect(await scene.work.counts()).toMatchObject({ quarantined: 0 });
    expect(await scene.notifications('09.newer')).toEqual([]);

    forgetDefinitions();
    forgetDefinitions = addDefinitions(siteVisit, siteVisit2);
    await scene.setClock(aWhileLater);
    await scene.mail('09.newer', 'step-due', 'accepted');
    expect(await scene.lastErrors()).toEqual([]);
    expect(scene.inbox.messages()).toHaveLength(2);
  });
});
