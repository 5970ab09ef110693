import { languages } from '@app/domain';
import { itReadsAsApproved } from '../../test/golden-texts';
import { write } from '../../test/rendered';
import { receipt } from './receipt.template';

describe('receipt', () => {
  itReadsAsApproved('receipt');

  it.each(languages)(
    'of what the county recorded says so, how and when it came, and how to correct it, in %s',
    (language) => {
      const { subject, text } = write('receipt', language, {
        ...receipt.sample,
        onBehalf: true,
        way: 'letter',
        receivedOn: '2026-08-10',
      });
      expect(`\n${subject}\n\n${text}`).toMatchSnapshot();
    },
  );
});
