/** The fields of a business that two people change at random: two of one address, which is sent whole, and two on their own. */
export const changedFields = ["business_name", "tax_registration_number", "operating_address.city", "operating_address.street_address"];

/** What they change besides, by the part that is sent: a list among it. */
export const changedParts = { businessInformation: changedFields, websites: ["urls", "website_name"] };

/**
 * Has several people change the same merchant at random, all at once, from what each saw when they last looked, which may be long ago. Each answers a
 * conflict as one does: by keeping theirs or taking the other's. `person.read()` gives the fields' values, `person.write(from, to, resource)` what came
 * of it: `{ done: true }`, or `{ conflicts: { field: theirs } }`. Answers every field's change that was accepted, with what its author had seen before
 * it, how many changes were tried to their end, and how many of these came through. They stop after so many `changes`, but not before it is `enough`.
 */
export async function interleave(people, { changes, random, parts = { businessInformation: changedFields }, enough = () => true }) {
  const accepted = [];
  const resources = Object.keys(parts);
  let tries = 0;
  let made = 0;
  let left = changes;
  let count = 0;
  const anew = (who, name) => {
    count += 1;
    return name === "urls" ? `https://${who}-${count}.example` : name === "date_of_birth" ? dayOf(count) : `${who} ${count}`;
  };
  const work = async (person, who) => {
    let seen = await person.read();
    while (left > 0 || !enough()) {
      left -= 1;
      if (random() < 0.3) seen = await person.read();
      const resource = resources[Math.floor(random() * resources.length)];
      const names = parts[resource].filter(() => random() < 0.4);
      let to = Object.fromEntries((names.length > 0 ? names : [parts[resource][0]]).map((name) => [name, anew(who, name)]));
      // A conflict is answered until it is none; somebody may be quicker again.
      for (let again = 0; Object.keys(to).length > 0; again += 1) {
        const answer = await person.write(seen, to, resource);
        if (answer.done) {
          made += 1;
          for (const [name, value] of Object.entries(to)) accepted.push({ name, from: seen[name], to: value });
          seen = { ...seen, ...to };
          break;
        }
        seen = { ...seen, ...answer.conflicts };
        to = Object.fromEntries(Object.entries(to).filter(([name]) => !(name in answer.conflicts) || (again < 5 && random() < 0.5)));
      }
      tries += 1;
    }
  };
  await Promise.all(people.map((person, who) => work(person, `p${who}`)));
  return { accepted, tries, made };
}

/** Another day for each count. */
function dayOf(count) {
  return new Date(Date.UTC(1930, 0, count)).toISOString().slice(0, 10);
}

/**
 * How many accepted changes were lost without anybody having seen them: every value is new, so of each field the changes must be one chain, each made
 * by somebody who had seen the one before it, and its end must be what stands.
 */
export function silentlyLost(accepted, start, end) {
  return Object.keys(start).reduce((lost, name) => {
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
