import "server-only";

/**
 * Stands in a statement's FROM, as a row that adds nothing: the commit isn't waited for. Only for what Klarna can be asked again: a server that loses its power
 * may forget the last moments of it, whole statements and never a part. Whatever is committed after it in the usual way makes it last too. Of the transaction,
 * not of the session, which poolers don't keep.
 */
export const unhurried = "(SELECT set_config('synchronous_commit', 'off', true)) AS unhurried";
