import { filled, formsOf } from './html-form';

const page = `
<!-- <form method="post"><input name="old"></form> -->
<form action="/elsewhere"><input name="q"></form>
<form method="POST" action="/r/abc?lang=fi&amp;x=1">
  <input type="hidden" name="command" value="record-answer">
  <label>K&#228;sittely <textarea name="answers.efforts" required>
Ensimm&auml;inen &lt;b&gt; &amp; toinen</textarea></label>
  <select name="decision"><option value="">–</option><option value="note" selected>Merkittiin</option></select>
  <input type="radio" name="way" value="a"><input type="radio" name="way" value="b" checked>
 <input type="text" name="rows.0.share" inputmode="decimal">
  <input type="text" name="gone" disabled value="x">
  <button name="send" value="1">Lähetä</button>
</form>`;

function answerForm() {
  const form = formsOf(page)[1];
  if (!form) throw new Error('The page has a second form');
  return form;
}

describe('forms of a page', () => {
  it('reads where they go and what stands in them, and passes over comments and what is disabled', () => {
    expect(formsOf(page)).toHaveLength(2);
    expect(answerForm()).toEqual({
      action: '/r/abc?lang=fi&x=1',
      method: 'post',
      fields: [
        { name: 'command', type: 'hidden', value: 'record-answer', required: false },
        { name: 'answers.efforts', type: 'textarea', value: 'Ensimm&auml;inen <b> & toinen', required: true },
        { name: 'decision', type: 'select', value: 'note', required: false, options: ['', 'note'] },
        { name: 'way', type: 'radio', value: 'b', required: false, options: ['a', 'b'] },
        { name: 'rows.0.share', type: 'number', value: '', required: false },
      ],
    });
  });

  it('sends what stands in the form, hidden fields too, with the given values in place', () => {
    const body = filled(answerForm(), { 'answers.efforts': 'Äänekäs & hyvä', way: 'a' });
    expect([...body]).toEqual([
      ['command', 'record-answer'],
      ['answers.efforts', 'Äänekäs & hyvä'],
      ['decision', 'note'],
      ['way', 'a'],
      ['rows.0.share', ''],
    ]);
  });

  it('refuses what a browser could not send', () => {
    expect(() => filled(answerForm(), { answer: 'x' })).toThrow('no field answer');
    expect(() => filled(answerForm(), { decision: 'approve' })).toThrow('does not offer approve');
    expect(() => filled(answerForm(), { 'answers.efforts': '' })).toThrow('must be filled in');
  });
});
