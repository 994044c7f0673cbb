// GenU's page as the contract describes it, on JavaScript's own RegExp and replace: template + values → prompt.
const TYPES = ['text', 'form', 'select', 'retrieveKendra', 'retrieveKnowledgeBase'];
const read = (candidate) => {
  const [type, ...rest] = candidate.slice(2, -2).split(':');
  if (type === 'select' && rest.length > 1) {
    return { type, label: rest[0], options: rest.slice(1).join(':') };
  }
  return { type, label: rest.length ? rest.join(':') : 'NOLABEL' };
};
const seen = new Set();
const items = [...given.template.matchAll(/\{\{[^}]*\}\}/g)]
  .map((found) => read(found[0]))
  .filter((item) => TYPES.includes(item.type))
  .filter((item) => {
    const key = JSON.stringify([item.type, item.label]);
    return !seen.has(key) && seen.add(key);
  });
const boxes = items.filter((item) => TYPES.indexOf(item.type) < 3);
const values = {};
for (const box of boxes) values[box.label] = '';
for (const [label, value] of Object.entries(given.values)) values[label] = value;
for (const box of boxes) {
  if (box.type === 'select' && box.options && values[box.label] === '') values[box.label] = box.options.split(',')[0];
}
let prompt = given.template;
for (const box of boxes) {
  for (const item of items.filter((other) => other.label === box.label)) {
    const inner = [item.type];
    if (item.label !== 'NOLABEL') inner.push(item.label);
    if (item.label !== 'NOLABEL' && item.options) inner.push(item.options);
    const expression = new RegExp('{{' + inner.join(':') + '}}', 'g');
    const value = values[item.label];
    const searches = item.type.startsWith('retrieve');
    const found = searches && given.rag && value.length > 0 ? JSON.stringify([item.type, value]) : '';
    prompt = prompt.replace(expression, searches ? found : item.type === 'form' ? '' : value);
  }
}
return prompt;
