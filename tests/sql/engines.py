# The engines that scripts run in. Each gives the rows of a view as dictionaries.
import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


class Sqlite:
    name = 'sqlite'

    def __init__(self, scratch):
        self.scratch = scratch

    def rows(self, scripts, answers, documents, views):
        database = sqlite3.connect(':memory:')
        database.execute('CREATE TABLE answers (proposal TEXT, question TEXT, value TEXT, evidence TEXT)')
        database.executemany('INSERT INTO answers VALUES (?, ?, ?, ?)', answers)
        database.execute('CREATE TABLE proposals (id TEXT, document TEXT)')
        database.executemany('INSERT INTO proposals VALUES (?, ?)', documents)
        for script in scripts:
            database.executescript(script)
        database.row_factory = sqlite3.Row
        return [[dict(row) for row in database.execute(f'SELECT * FROM {view}')] for view in views]

    def stop(self):
        """Nothing runs on."""


def write_tables(scratch, answers, documents):
    for name, rows in (('answers', answers), ('proposals', documents)):
        with open(scratch / f'{name}.csv', 'w', newline='', encoding='utf-8') as file:
            csv.writer(file).writerows(rows)


class Postgresql:
    name = 'postgresql'

    def __init__(self, scratch):
        self.scratch = scratch
        found = sorted(Path('/usr/lib/postgresql').glob('*/bin/initdb'), key=lambda p: int(p.parts[-3]))
        self.programs = found[-1].parent
        self.data, self.socket = scratch / 'cluster', scratch / 'socket'
        # The server refuses to run as root.
        self.user = 'postgres' if os.geteuid() == 0 else None
        if self.user:
            shutil.chown(scratch, self.user)
        self.call('mkdir', '-p', self.socket)
        self.call(self.programs / 'initdb', '-D', self.data, '-U', 'test', '-A', 'trust', '-E', 'UTF8',
                  '--locale=C', '--no-sync')
        self.call(self.programs / 'pg_ctl', '-D', self.data, '-w', '-l', scratch / 'server.log', '-o',
                  f"-k {self.socket} -c listen_addresses='' -c fsync=off -c jit=off", 'start')

    def call(self, *arguments, **more):
        before = ['runuser', '-u', self.user, '--'] if self.user else []
        done = subprocess.run(before + [str(a) for a in arguments], check=False, capture_output=True, text=True,
                              timeout=1500, cwd=self.scratch, **more)
        if done.returncode != 0:
            sys.exit(f'{arguments[0]}: {done.stdout}{done.stderr}')
        return done.stdout

    def sql(self, text):
        return self.call('psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-h', self.socket, '-U', 'test', '-d',
                         'postgres', input=text)

    def rows(self, scripts, answers, documents, views):
        write_tables(self.scratch, answers, documents)
        self.sql('''DROP TABLE IF EXISTS answers, proposals CASCADE;
                 CREATE TABLE answers (proposal text, question text, value text, evidence text);
                 CREATE TABLE proposals (id text, document json);''')
        for name in ('answers', 'proposals'):
            with open(self.scratch / f'{name}.csv', encoding='utf-8') as file:
                self.call('psql', '-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', self.socket, '-U', 'test', '-d', 'postgres',
                          '-c', f'COPY {name} FROM STDIN (FORMAT csv)', stdin=file)
        for script in scripts:
            self.sql(script)
        return [[json.loads(line) for line in self.sql(f'SELECT row_to_json(v) FROM {view} AS v;').splitlines()]
                for view in views]

    def stop(self):
        self.call(self.programs / 'pg_ctl', '-D', self.data, '-m', 'immediate', 'stop')


class Duckdb:
    name = 'duckdb'

    def __init__(self, scratch):
        self.scratch = scratch
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix',
                        scratch, '@duckdb/node-api@1.5.6-r.1'], check=True, timeout=600, stdin=subprocess.DEVNULL)
        shutil.copy(HERE / 'duckdb.mjs', scratch)

    def rows(self, scripts, answers, documents, views):
        write_tables(self.scratch, answers, documents)
        (self.scratch / 'job.json').write_text(json.dumps({'scripts': scripts, 'views': views}), encoding='utf-8')
        done = subprocess.run(['node', 'duckdb.mjs'], cwd=self.scratch, check=False, capture_output=True, text=True,
                              timeout=1500)
        if done.returncode != 0:
            sys.exit(f'duckdb: {done.stdout[-3000:]}{done.stderr[-3000:]}')
        return [[json.loads(line) for line in (self.scratch / f'view{i}.ndjson').read_text('utf-8').splitlines()]
                for i in range(len(views))]

    def stop(self):
        """Nothing runs on."""


ENGINES = {one.name: one for one in (Sqlite, Postgresql, Duckdb)}
