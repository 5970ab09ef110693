import { commandsOf, definitionOf, type Instance } from '@app/workflows';
import { schemaIn, writtenView } from '../../answer-page/taken-steps.view';
import type { ProposalView } from '../../four-eyes/four-eyes.schema';
import { formShape, valueAt } from '../../pages/form-shape';
import { typed } from '../../pages/form-values';
import { type Html, html } from '../../pages/html';
import type { ForeseenView } from '../../workflows/foreseen.schema';
import { deskPage, sealed } from '../desk-page';
import { type AtDesk, deskPath, workflowPath } from '../desk-room';
import { deskWords } from '../desk-words';
import { matterOf } from '../today/today.page';
import { consequencesView } from './preview.page';
import { previewWords, workflowWords as words } from './workflow-words';

/** A proposal with what would follow from it, or why it cannot be confirmed. */
export type ShownProposal = {
  instance: Instance;
  proposal: ProposalView;
  would: { foreseen: ForeseenView } | { says: string };
};

/** What a proposed command would do, to be confirmed or rejected. */
export function proposalPage(at: AtDesk, { instance, proposal, would }: ShownProposal): Html {
  const { language } = at;
  const title = `${previewWords.title[language]}: ${proposal.title}`;
  return deskPage(at, {
    title: 'says' in would ? `${deskWords.errorInTitle[language]}: ${title}` : title,
    here: '/workflows',
    main: html`<div class="narrow">
      <p class="jump"><a href="${workflowPath(at, instance.id)}">${deskWords.backToWorkflow[language]}</a></p>
      <h1>${title}</h1>
      <p class="lead">${matterOf(at, instance)}</p>
      ${
        'says' in would
          ? html`<div class="box wrong" role="alert" tabindex="-1" autofocus><p>${would.says}</p></div>`
          : html`<div class="box" role="status"><p>${previewWords.notYet[language]}</p></div>`
      }
      <h2>${words.whatIsProposed[language]}</h2>
      ${proposedView(at, instance, proposal)} ${'foreseen' in would && consequencesView(at, would.foreseen)}
      <form method="post" action="${proposalPath(at, proposal)}">
        ${sealed(at)}
        <div class="buttons">
          ${
            'foreseen' in would &&
            html`<button type="submit" name="do" value="confirm">${previewWords.confirm[language]}</button>`
          }
          <button type="submit" class="second" name="do" value="reject">${words.reject[language]}</button>
        </div>
      </form>
    </div>`,
  });
}

/** What somebody has written into a proposal. */
export function proposedView(
  { language }: AtDesk,
  instance: Instance,
  { command, data, note }: Pick<ProposalView, 'command' | 'data' | 'note'>,
): Html {
  return html`${data !== null && dataView(instance, { command, data }, language)}
  ${
    note !== null &&
    html`<dl>
      <dt>${words.note[language]}</dt>
      <dd><span class="said">${note}</span></dd>
    </dl>`
  }`;
}

function dataView(
  { definition, context }: Instance,
  { command: name, data }: Pick<ProposalView, 'command' | 'data'>,
  language: AtDesk['language'],
): Html | false {
  const command = commandsOf(definitionOf(definition))[name];
  const fields = command && fieldsIn(schemaIn(command, context), language, data);
  // What no form can be made of has come over the API, and is shown as it came.
  if (!fields) return html`<p class="said">${JSON.stringify(data, null, 2)}</p>`;
  return writtenView(fields, ({ path }) => typed(valueAt(data, path), language), language);
}

function fieldsIn(...[schema, language, data]: Parameters<typeof formShape>) {
  try {
    return formShape(schema, language, data).fields;
  } catch {
    return undefined;
  }
}

export function proposalPath(
  at: Pick<AtDesk, 'language'>,
  { workflow, id }: Pick<ProposalView, 'workflow' | 'id'>,
): string {
  return deskPath(at, `/workflows/${encodeURIComponent(workflow)}/proposals/${encodeURIComponent(id)}`);
}
