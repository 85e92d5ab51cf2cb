/** The fields that two people change at random: two of one address, which is sent whole, and two on their own. */
export const changedFields = ["business_name", "tax_registration_number", "operating_address.city", "operating_address.street_address"];

/**
 * Has several people change the same merchant at random, all at once, from what each saw when they last looked, which may be long ago. Each answers a
 * conflict as one does: by keeping theirs or taking the other's. `person.read()` gives the fields' values, `person.write(from, to)` what came of it:
 * `{ done: true }`, or `{ conflicts: { field: theirs } }`. Answers every change that was accepted, with what its author had seen before it.
 */
export async function interleave(people, { changes, random }) {
  const accepted = [];
  let left = changes;
  let count = 0;
  const anew = (who) => {
    count += 1;
    return `${who} ${count}`;
  };
  const work = async (person, who) => {
    let seen = await person.read();
    while (left > 0) {
      left -= 1;
      if (random() < 0.3) seen = await person.read();
      const names = changedFields.filter(() => random() < 0.4);
      let to = Object.fromEntries((names.length > 0 ? names : [changedFields[0]]).map((name) => [name, anew(who)]));
      // A conflict is answered until it is none; somebody may be quicker again.
      for (let again = 0; Object.keys(to).length > 0; again += 1) {
        const answer = await person.write(seen, to);
        if (answer.done) {
          for (const [name, value] of Object.entries(to)) accepted.push({ name, from: seen[name], to: value });
          seen = { ...seen, ...to };
          break;
        }
        seen = { ...seen, ...answer.conflicts };
        to = Object.fromEntries(Object.entries(to).filter(([name]) => !(name in answer.conflicts) || (again < 5 && random() < 0.5)));
      }
    }
  };
  await Promise.all(people.map((person, who) => work(person, `p${who}`)));
  return accepted;
}

/**
 * How many accepted changes were lost without anybody having seen them: every value is new, so of each field the changes must be one chain, each made
 * by somebody who had seen the one before it, and its end must be what stands.
 */
export function silentlyLost(accepted, start, end) {
  return changedFields.reduce((lost, name) => {
    const made = accepted.filter((change) => change.name === name);
    const next = new Map(made.map(({ from, to }) => [from, to]));
    let length = 0;
    let at = start[name];
    while (next.has(at)) {
      at = next.get(at);
      length += 1;
    }
    return lost + (made.length - length) + (at === end[name] ? 0 : 1);
  }, 0);
}

/** Numbers between 0 and 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
