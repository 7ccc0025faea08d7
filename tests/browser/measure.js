// What is measured on a page, in whatever browser: all of it in CSS pixels, and as JSON.
() => {
  const SLACK = 1;
  const root = document.documentElement;
  const shown = (element) => element.getBoundingClientRect().width > 0;
  const name = (element) => element.localName + (element.id && `#${element.id}`) +
    [...element.classList].map((part) => `.${part}`).join("");
  const scrolls = (element) => element && element !== document.body &&
    (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
  const corners = (element) => element.getBoundingClientRect();

  // Also what is cut off or folded away, and so makes no page scroll. What scrolls by itself is at home.
  const beside = [...document.querySelectorAll("main *")].filter((element) => {
    const box = corners(element);
    return box.width > SLACK && box.height > SLACK && box.right > root.clientWidth + SLACK && !scrolls(element);
  });
  const lines = [...document.querySelectorAll(".am-drawing text")].filter(shown);
  const outside = lines.filter((text) => {
    const card = text.closest(".am-card")?.querySelector(".am-box");
    if (!card) return false;
    const [line, box] = [corners(text), corners(card)];
    return line.left < box.left - SLACK || line.right > box.right + SLACK ||
      line.top < box.top - SLACK || line.bottom > box.bottom + SLACK;
  });
  // How large text is shown: its size in the drawing times the drawing's scale.
  const sizes = lines.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
  return {
    overflow: Math.max(0, root.scrollWidth - root.clientWidth),
    beside: beside.map(name),
    outside: outside.map((text) => text.textContent),
    smallest: sizes.length ? Math.min(...sizes) : null,
  };
}
