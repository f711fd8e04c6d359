// What `password.js` shows for passwords as they are typed: the script itself, before a page with the few elements that it
// knows. Reads { script, min, free, city, passwords } as JSON, writes { value, met } for each.
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const asked = JSON.parse(readFileSync(0, "utf8"));
const rules = ["length", "upper", "digit", "special", "city", "repeat"].map((rule) => {
  const state = { textContent: "" };
  return { dataset: { rule }, state, classList: { toggle() {} }, querySelector: () => state };
});
let look = () => {};
const typed = () => ({ value: "", addEventListener: (_, heard) => (look = heard) });
const elements = {
  new: typed(),
  repeat: typed(),
  checks: {
    dataset: { min: String(asked.min), free: String(asked.free), city: asked.city.join("|"), met: "met", unmet: "" },
    querySelectorAll: () => rules,
  },
  "strength-word": { dataset: { words: "0|1|2|3|4" } },
  strength: {},
};
runInNewContext(readFileSync(asked.script, "utf8"), { document: { getElementById: (id) => elements[id] } });
const shown = asked.passwords.map((password) => {
  elements.new.value = elements.repeat.value = password;
  look();
  const met = rules.filter((rule) => rule.state.textContent === "met").map((rule) => rule.dataset.rule);
  return { value: elements.strength.value, word: elements["strength-word"].textContent, met };
});
console.log(JSON.stringify(shown));
