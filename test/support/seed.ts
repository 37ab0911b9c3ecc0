import fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a failure belongs to the change that brought it; other cases are tried with
 * `PINGHENG_SEED=NUMBER npm test`.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["PINGHENG_SEED"] ?? 20261121) });
