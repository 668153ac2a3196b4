"use strict";
// Comfort only; the page works without. Where several marks lie on a word, its link leads to the finest one
// that is switched on; the same word again leads one further out.
document.addEventListener("click", function (click) {
  const link = click.target.closest("a[data-to]");
  if (!link || click.defaultPrevented || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
  const on = link.dataset.to.split(" ").filter(function (to) {
    const box = document.getElementById("show-" + to.split("-")[0] + "s");
    return !box || box.checked;
  });
  if (!on.length) return;
  const next = on[(on.indexOf(location.hash.slice(1)) + 1) % on.length];
  click.preventDefault();
  location.hash = next;
});
