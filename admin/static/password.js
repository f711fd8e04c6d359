// What a new password lacks, and how strong it looks, while it is typed. Nothing leaves the browser: the rules are the
// house's, and are checked when the form is sent.
"use strict";
const field = document.getElementById("new");
const repeat = document.getElementById("repeat");
const checks = document.getElementById("checks");
const word = document.getElementById("strength-word");
const meter = document.getElementById("strength");
const { min, free, city, met, unmet } = checks.dataset;
const words = word.dataset.words.split("|");

const special = /[^\p{Alphabetic}\p{N}]/u;

// Lower case, without accents.
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const names = city.split("|").flatMap((name) => folded(name).split(/[^\p{L}\p{N}]+/u)).filter((part) => [...part].length >= 5);

// Steps from a character to itself or to its neighbour add length and nothing else.
function strength(text) {
  const codes = [...text].slice(0, 256).map((c) => c.codePointAt(0));
  const idle = codes.filter((code, at) => at > 0 && Math.abs(code - codes[at - 1]) <= 1).length;
  if (new Set(codes).size < 5 || idle * 5 >= codes.length * 4) return 0;
  const kinds = [/\p{Lowercase}/u, /\p{Uppercase}/u, /\p{N}/u, special].filter((kind) => kind.test(text)).length;
  const bits = (codes.length - idle) * (kinds <= 1 ? 4 : 5);
  return [28, 45, 60, 80].filter((least) => bits >= least).length;
}

function look() {
  const text = field.value;
  const length = [...text].length;
  const long = length >= Number(free);
  const kept = {
    length: length >= Number(min),
    upper: long || /\p{Uppercase}/u.test(text),
    digit: long || /\p{N}/u.test(text),
    special: long || special.test(text),
    city: length > 0 && !names.some((name) => folded(text).includes(name)),
    repeat: length > 0 && text === repeat.value,
  };
  for (const item of checks.querySelectorAll("[data-rule]")) {
    const done = kept[item.dataset.rule];
    item.classList.toggle("met", done);
    item.querySelector(".state").textContent = done ? met : unmet;
  }
  const value = kept.city ? strength(text) : 0;
  meter.value = value;
  if (word.textContent !== words[value]) word.textContent = words[value];
}

checks.hidden = false;
field.addEventListener("input", look);
repeat.addEventListener("input", look);
look();
