// Turns WhatsApp's *bold* _italic_ ~strike~ ```mono``` and links into nodes, never into HTML.

// A mark opens after a non-letter and before something visible, and closes the other way round;
// two in a row, as in a blank "___", are no mark.
const mark = (sign) => new RegExp(`(?<![\\p{L}\\p{N}${sign}])${sign}(?![\\s${sign}])([^${sign}\\n]*?[^\\s${sign}])${sign}(?![\\p{L}\\p{N}${sign}])`, 'u');

const RULES = [
  { tag: 'a', pattern: /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)*_~]/u },
  { tag: 'code', pattern: /```([^`]+)```/u },
  { tag: 'code', pattern: /(?<!`)`([^`\n]+)`(?!`)/u },
  { tag: 'strong', pattern: mark('\\*') },
  { tag: 'em', pattern: mark('_') },
  { tag: 's', pattern: mark('~') },
];

function element(tag, found) {
  const node = document.createElement(tag);
  if (tag === 'a') {
    node.href = found[0];
    node.target = '_blank';
    node.rel = 'noopener noreferrer';
    node.textContent = found[0];
  } else if (tag === 'code') node.textContent = found[1];
  else node.append(...formatted(found[1]));
  return node;
}

/** The nodes of one message text: plain text, and elements for what is marked. */
export function formatted(text) {
  const nodes = [];
  let rest = text;
  while (rest !== '') {
    let first;
    for (const rule of RULES) {
      const found = rule.pattern.exec(rest);
      if (found !== null && (first === undefined || found.index < first.found.index)) first = { tag: rule.tag, found };
    }
    if (first === undefined) break;
    if (first.found.index > 0) nodes.push(document.createTextNode(rest.slice(0, first.found.index)));
    nodes.push(element(first.tag, first.found));
    rest = rest.slice(first.found.index + first.found[0].length);
  }
  if (rest !== '') nodes.push(document.createTextNode(rest));
  return nodes;
}
