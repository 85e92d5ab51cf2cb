const yes = Buffer.from("HTTP/1.1 2");
const toAChange = '"given_name":"Change';

/**
 * Waits for the n-th message that passes from now on (`only` "answers": the n-th of Klarna's yeses to a change), and does something at that very
 * moment: before the message goes on, when it is `held`, or just after.
 */
export function makeTrap() {
  let armed;
  return { see, spring };

  function see(piece, whose) {
    if (!armed || (armed.only === "answers" && !isYes(piece, whose)) || --armed.left > 0) return piece;
    const { strike, held, struck } = armed;
    armed = undefined;
    if (held) strike();
    else setImmediate(strike);
    setImmediate(struck);
    return piece;
  }

  function spring({ message, only, held }, strike) {
    return new Promise((struck) => {
      armed = { left: message, only, held, strike, struck };
    });
  }
}

function isYes(piece, whose) {
  return whose === "klarna" && piece.subarray(0, yes.length).equals(yes) && piece.includes(toAChange);
}
