package vn.phongtrao.citizen;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.phongtrao.citizen.SampleKeys.key;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import vn.phongtrao.TestDatabase;

/** A node that is killed while it seals anew leaves each person under one key, and the next one goes on. */
class KilledRotationTest {

    private static final int PEOPLE = 10_000;
    private static final int KILLS = 3;

    /** In a process of its own, so that it can be killed. */
    public static void main(String[] arguments) {
        var database = new SealedDatabase(TestDatabase.at(arguments[0]));
        var node = database.node(2, 1).start();
        while (true) {
            node.rotate();
        }
    }

    @Test
    void theNextOneGoesOn() throws IOException, InterruptedException {
        var people = SampleKeys.numbers(PEOPLE);
        try (var database = SealedDatabase.create()) {
            database.node(1).start().stop();
            database.enter(key(1), people, false);
            for (int kill = 1; kill <= KILLS; kill++) {
                var process = start(database.source.getJdbcUrl());
                while (database.counts().getOrDefault(key(2).id(), 0L) < kill * PEOPLE / 8 && process.isAlive()) {
                    Thread.sleep(5);
                }
                assertThat(process.isAlive()).isTrue();
                process.destroyForcibly().waitFor();
                assertThat(database.counts()).as("in the middle").containsOnlyKeys(key(1).id(), key(2).id());
                assertThat(database.jdbc.sql("""
                        select count(*) from nominee join team_member member on member.id = nominee.id
                        where nominee.citizen_digest <> member.citizen_digest or nominee.subject <> 'citizen:' || encode(member.citizen_digest, 'hex')""")
                        .query(Long.class).single()).as("people under two keys").isZero();
            }
            database.node(2, 1).rotate();
            database.node(2, 1).rotate();

            assertThat(database.counts()).containsOnlyKeys(key(2).id());
            assertThat(database.digests(key(2), people)).isEqualTo(5L * PEOPLE);
        }
    }

    private static Process start(String url) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledRotationTest.class.getName(), url).redirectErrorStream(true)
                .redirectOutput(new File("target/killed-rotation.log")).start();
    }
}
