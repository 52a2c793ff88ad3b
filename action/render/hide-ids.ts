const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const COMMAND_WITH_ID = new RegExp(` --body ${UUID.source}\``, "gi");

const NOTE =
  "Ids are not shown here, since anybody may read this; the log of the step has them, and the output `company-id`.";

/** The same where nobody is told which id was expected, nor that there was one. */
export function withoutIds(text: string): string {
  return text.replaceAll(COMMAND_WITH_ID, "`").replaceAll(UUID, "‹id›");
}

/**
 * A text for everybody. The expected company can still be told from others, and no command is left that would set
 * a variable to something that is no id.
 */
export function hideIds(text: string, expected: string | undefined): string {
  const hidden = text
    .replaceAll(COMMAND_WITH_ID, "` and the id that the log names")
    .replaceAll(UUID, (id) =>
      id.toLowerCase() === expected
        ? "‹expected id›"
        : expected === undefined
          ? "‹id›"
          : "‹other id›",
    );
  return hidden === text ? text : `${hidden}\n${NOTE}\n`;
}
