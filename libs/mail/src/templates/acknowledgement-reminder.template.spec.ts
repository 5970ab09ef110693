import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { sampleOf, write } from '../../test/rendered';
import { municipalBoard } from '../samples';

describe('acknowledgement-reminder', () => {
  itReadsAsApproved('acknowledgement-reminder');

  it.each(languages)('names the last meeting in time and when its agenda closes, in %s', (language) => {
    const bodyMeeting = { name: municipalBoard, on: '2026-11-23', materialsDueOn: '2026-11-16' };
    const data = { ...sampleOf('acknowledgement-reminder'), rung: 'agenda', bodyMeeting };
    const { subject, text } = write('acknowledgement-reminder', language, data);
    expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
  });
});
