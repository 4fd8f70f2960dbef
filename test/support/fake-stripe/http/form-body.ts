/** A form value: text, a list, or a group of named values. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/** Named form values. */
export type FormGroup = { [name: string]: FormValue };

/**
 * Reads Stripe's form encoding with brackets: `a[b]=1&c[0][d]=2&e[]=3`. Used for bodies and for query strings. A group
 * whose names are 0, 1, 2 … is a list.
 */
export function readForm(text: string): FormGroup {
  const root: FormGroup = Object.create(null) as FormGroup;
  for (const [key, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = key.split('[').map((part) => part.replace(/\]$/, ''));
    let group = root;
    let name = first;
    for (const part of rest) {
      const next = group[name];
      const inner: FormGroup =
        typeof next === 'object' && !Array.isArray(next) ? next : Object.create(null);
      group[name] = inner;
      group = inner;
      name = part === '' ? String(Object.keys(inner).length) : part;
    }
    group[name] = value;
  }
  return listsOf(root) as FormGroup;
}

/** Names of all values, dotted, list places left out: `line_items.price`. */
export function namesIn(group: FormGroup): string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    const inner = groupsIn(value).flatMap(namesIn);
    return inner.length === 0 ? [name] : inner.map((each) => `${name}.${each}`);
  });
}

function groupsIn(value: FormValue): FormGroup[] {
  if (Array.isArray(value)) return value.flatMap(groupsIn);
  return typeof value === 'object' ? [value] : [];
}

function listsOf(value: FormValue): FormValue {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, listsOf(each)] as const);
  const isList = entries.length > 0 && entries.every(([name], place) => name === String(place));
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries);
}
