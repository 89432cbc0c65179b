/**
 * Fills a store by SQL with what the lists of the console are made of, so that their times at a million documents can be looked at
 * within minutes. What a document went through is written as the workers write it (five results, the books through the store's
 * own triggers), its text and record are not: no list reads them.
 */

/** Documents a statement writes. */
const CHUNK = 50_000;
/** One run of this many, for the lists of a run; half of all documents are one archive, the rest came in runs of a thousand. */
const MIDDLE_RUN = 25_000;

/** Words of invented headlines; a word's place says how frequent it is. */
const words =
  "ferry harbour council storm market bridge school river minister strike budget court museum railway festival tunnel orchard glacier violin lantern " +
  "parliament hospital airport stadium reservoir lighthouse vineyard cathedral observatory quarry";

const id = "md5(n::text || 'wirefold')";
const headline = `(select string_agg(w, ' ' order by k) from (
  select k, (string_to_array('${words}', ' '))[1 + floor(30 * power(('x' || substr(md5(n::text || k), 1, 7))::bit(28)::int / 268435456.0, 2))::int] as w
  from generate_series(1, 6) k) word) || ' ' || n`;
const at = "now() - ($2 - n) * interval '2 seconds'";
const run = `case when n <= $2 / 2 then 'archive' when n <= $2 / 2 + ${MIDDLE_RUN} then 'middle' else 'run-' || n / 1000 end`;
/** One in a hundred is given up by clean for one of some sixty causes, three are dropped, one in a hundred of the newest million waits. */
const isGivenUp = "n % 100 = 7";
const isDropped = "n % 100 in (3, 33, 63)";
const message = `(array['HTTP 404 for file:///archive/' || n || '.html', 'line ' || n || ' is no JSON: unexpected "' || n || '"', 'the body of ' || n || ' bytes is larger than 8000000',
  'no host answers at part-' || n % 57 || '.example within ' || n || ' ms'])[1 + n / 100 % 4]`;

/** @param {number} waiting documents, the newest of all, that still owe clean */
const statements = (waiting) => {
  const flows = `not (${isGivenUp}) and not (${isDropped}) and n <= $2 - ${waiting}`;
  const rows = "generate_series($1::int, $3::int) n";
  /** @param {string} stage @param {string} subject */
  const results = (stage, subject, where = "true", ending = "'emitted', null, null") =>
    `insert into result (subject, stage, stage_version, input_hash, locator_id, disposition, reason, detail, outputs, finished_at)
     select ${subject}, '${stage}', 1, 'h', 'l' || ${id}, ${ending}, '[]', ${at} from ${rows} where $2 > 0 and ${where}`;
  return [
    `insert into run (id, created_at) select run, min(at) from (select ${run} as run, ${at} as at from ${rows}) r group by run on conflict do nothing`,
    `insert into locator (id, locator, fingerprint, hints, created_at) select 'l' || ${id}, 'file:///archive/' || n || '.html', '', jsonb_build_object('id', 'line-' || n), ${at} from ${rows} where $2 > 0`,
    `insert into run_locator (run_id, locator_id) select ${run}, 'l' || ${id} from ${rows}`,
    `insert into document (id, locator_id, locator, body_hash, article_hash, facts_hash, title, outlet, url, published_at, language, created_at)
     select ${id}, 'l' || ${id}, 'file:///archive/' || n || '.html', md5('b' || n), md5('a' || n), md5('f' || n), ${headline}, 'Outlet ' || n % 400,
       'https://outlet-' || n % 400 || '.example/news/' || n, (${at})::text, (array['en', 'de', 'fr'])[1 + n % 3], ${at} from ${rows} where $2 > 0`,
    results("fetch", `'l' || ${id}`),
    results("clean", id, flows),
    results(
      "clean",
      id,
      `${isDropped} and n <= $2 - ${waiting}`,
      "'dropped', (array['no-text', 'too-short', 'not-an-article'])[1 + n / 100 % 3], null",
    ),
    results(
      "clean",
      id,
      `${isGivenUp} and n <= $2 - ${waiting}`,
      `'quarantined', 'WIREFOLD_' || (array['HTTP', 'INPUT', 'TOO_LARGE', 'NETWORK'])[1 + n / 100 % 4], jsonb_build_object('message', ${message})`,
    ),
    results("dedupe", id, flows),
    results("extract", id, flows),
    results("reconcile", id, flows),
    `insert into story (id, members_hash, version, headline, members, lineages, conflicts, updated_at)
     select ${id}, '', 1, ${headline}, 1 + n % 37, 1 + n % 7, n % 5, ${at} from ${rows} where $2 > 0 and n % 2 = 0 and ${flows}`,
    `insert into assignment select ${id}, ${id}, ${id}, md5((n - n % 2)::text || 'wirefold'), 'single', null from ${rows} where $2 > 0 and ${flows}`,
    `insert into owed (subject, stage, locator_id, input, input_hash, priority) select ${id}, 'clean', 'l' || ${id}, '{}', 'h', 'live' from ${rows} where n > $2 - ${waiting}`,
  ];
};

/**
 * Indexes of words, made again when all is there, in a third of the time. As the migrations have them.
 *
 * @type {Readonly<Record<string, string>>}
 */
const INDEXES = {
  document_find:
    "document using gin ((coalesce(title, '') || ' ' || coalesce(outlet, '') || ' ' || coalesce(url, '') || ' #' || left(substr(locator, strpos(locator || '#', '#') + 1), 200)) gin_trgm_ops)",
  locator_find:
    "locator using gin (((case when right(locator, 21) ~ '^#[0-9a-f]{20}$' then left(locator, -21) else locator end) || ' ' || hints::text) gin_trgm_ops)",
  story_headline: "story using gin (to_tsvector('simple', coalesce(headline, '')))",
};

/**
 * Fills a store whose schema is up to date, or goes on with one that it was stopped in.
 *
 * @param {import("pg").Pool} database
 * @param {{ documents: number, waiting?: number, say?: (line: string) => void }} options
 */
export async function fillStore(database, { documents, waiting = 10_000, say = () => {} }) {
  const client = await database.connect();
  try {
    await client.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '256MB'");
    const { rows } = await client.query("select count(*)::int as n from document");
    const there = rows[0].n;
    if (there < documents) for (const name of Object.keys(INDEXES)) await client.query(`drop index if exists ${name}`);
    for (let from = there + 1; from <= documents; from += CHUNK) {
      const to = Math.min(documents, from + CHUNK - 1);
      await client.query("begin");
      for (const text of statements(waiting)) await client.query(withNumbers(text, from, documents, to));
      await client.query("commit");
      say(`${to} of ${documents} documents`);
    }
    for (const [name, made] of Object.entries(INDEXES)) await client.query(`create index if not exists ${name} on ${made}`);
    say("indexes made");
    await client.query(
      "insert into audit (at, actor, role, via, action, target, outcome) select now() - n * interval '1 minute', 'person-' || n % 9, 'operator', 'console', 'stage.pause', 'clean', 'done' from generate_series(1, 20000) n where not exists (select from audit)",
    );
    await client.query(
      "insert into source (id, url, kind, documents_seen, polls) select 'source-' || n, 'https://outlet-' || n || '.example/feed', 'feed', 1000, 100 from generate_series(1, 400) n on conflict do nothing",
    );
    await client.query("vacuum analyze");
  } finally {
    client.release(true);
  }
}

/** Figures for the places of a statement, some of which it does not name. @param {string} text @param {...number} numbers */
function withNumbers(text, ...numbers) {
  return text.replace(/\$([123])/g, (_, place) => String(numbers[Number(place) - 1]));
}
