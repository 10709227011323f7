// The least that can answer a stored page: node's http, node-pg, one query. Arguments: version and key.
import { createServer } from 'node:http';
import pg from 'pg';

const [version, key] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });

const server = createServer((_, response) => {
  pool.query('select body from page where version = $1 and key = $2', [version, key]).then(
    ({ rows }) => {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(rows[0].body);
    },
    () => {
      response.statusCode = 500;
      response.end();
    },
  );
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGINT', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
