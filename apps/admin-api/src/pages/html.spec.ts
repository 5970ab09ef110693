import { Html, html } from './html';

describe('markup', () => {
  it('keeps what people write as text, in text and in quoted attributes', () => {
    const evil = `"><script>alert('x')</script>&amp;`;
    expect(html`<a title="${evil}">${evil}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;">' +
        '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;</a>',
    );
  });

  it('puts markup in markup, joins lists, and leaves nothing for what is not there', () => {
    const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
    expect(html`${items}${null}${undefined}${false}${0}${new Html('<br>')}`.markup).toBe(
      '<li>a</li><li>&lt;</li>0<br>',
    );
  });
});
