import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../call';
import { cached } from './cached';

const DEPENDENCIES = [
  ['org.flywaydb', 'flyway-core', '13.12.0'],
  ['org.flywaydb', 'flyway-database-postgresql', '13.12.0'],
  ['org.postgresql', 'postgresql', '42.7.8'],
];

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>verify</groupId><artifactId>flyway</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>${DEPENDENCIES.map(
    ([group, artifact, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  ).join('')}</dependencies>
</project>
`;

/** Maven Central has Flyway as a library alone, so this calls it. */
const MIGRATE = `import org.flywaydb.core.Flyway;

class Migrate {
  public static void main(String[] args) {
    var flyway = Flyway.configure()
        .dataSource(args[0], args[1], "")
        .locations("filesystem:" + args[2])
        .placeholderReplacement(false)
        .load();
    var result = flyway.migrate();
    flyway.validate();
    System.out.println(result.migrationsExecuted);
  }
}
`;

/**
 * Migrates a database by Flyway itself.
 *
 * @returns how many migrations it has executed
 */
export async function flywayMigrate(
  jdbcUrl: string,
  user: string,
  migrations: string,
): Promise<number> {
  const dir = await cached('flyway-13.12.0', async scratch => {
    writeFileSync(join(scratch, 'pom.xml'), POM);
    writeFileSync(join(scratch, 'Migrate.java'), MIGRATE);
    await call(
      'mvn',
      [
        ...['-B', '-q'],
        'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies',
        '-DoutputDirectory=jars',
      ],
      { cwd: scratch },
    );
  });
  const out = await call('java', [
    ...['-cp', join(dir, 'jars', '*'), join(dir, 'Migrate.java')],
    ...[jdbcUrl, user, migrations],
  ]);
  return Number(out.trim().split('\n').at(-1));
}
