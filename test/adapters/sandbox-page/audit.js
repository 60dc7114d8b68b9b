// Runs in the page: what a person who sees little or uses no mouse would stumble over. Returns sentences.
(() => {
  const found = [];
  const root = document.querySelector('dialog[open]') ?? document.body;
  const visible = (it) => it.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const words = (it) => (it?.textContent ?? '').trim();
  const nameOf = (it) =>
    it.getAttribute('aria-label') ||
    (it.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => words(document.getElementById(id)))
      .join('') ||
    [...(it.labels ?? [])].map(words).join('') ||
    (it.matches('input, textarea, select') ? '' : words(it));
  for (const it of root.querySelectorAll('button, a, input, textarea, select, dialog, [role=menu], [role=tablist]'))
    if (!nameOf(it)) found.push(`no name: ${it.outerHTML.slice(0, 120)}`);
  for (const it of root.querySelectorAll('img')) if (!it.hasAttribute('alt')) found.push(`no alt: ${it.src}`);
  for (const it of root.querySelectorAll('[aria-describedby]'))
    for (const id of it.getAttribute('aria-describedby').split(' '))
      if (!document.getElementById(id)) found.push(`describes nothing: ${id}`);

  // WCAG 2 contrast; a canvas turns every colour the browser knows into numbers.
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const numbers = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return { rgb: [r, g, b], alpha: a / 255 };
  };
  const over = (top, below) => below.map((c, i) => top.rgb[i] * top.alpha + c * (1 - top.alpha));
  const background = (it) => {
    const layers = [];
    for (let at = it; at; at = at.parentElement) layers.push(numbers(getComputedStyle(at).backgroundColor));
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  for (const it of root.querySelectorAll('*')) {
    const own = [...it.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!own || !visible(it) || it.closest('svg, option, :disabled, .avatar, .unseen')) continue;
    const below = background(it);
    const text = over(numbers(getComputedStyle(it).color), below);
    const [a, b] = [light(text), light(below)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < 4.5) found.push(`contrast ${ratio.toFixed(2)}: ${words(it).slice(0, 40)} (${it.className})`);
  }
  return found;
})();
