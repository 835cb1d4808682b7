package vn.phongtrao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.phongtrao.Sweep;
import vn.phongtrao.command.Environment;
import vn.phongtrao.province.RealmCommand;

/** The scripts that {@code realm} prints, run by Keycloak's own command line against a real Keycloak. */
class KeycloakScriptsIT {

    private static final DemoProvince PROVINCE = DemoProvince.BAC_LIEU_2024;
    private static final String ACCOUNT = "council-member-2.956";

    private final LocalKeycloak keycloak = LocalKeycloak.shared();

    @TempDir
    Path folder;

    @Test
    void anAccountIsMovedBetweenGroups() throws Exception {
        signIn();
        var moves = script("account,from,to\n%s,95/956/council-member,95/council-member\nnobody.here,95/956/council-member,\n"
                .formatted(ACCOUNT));

        assertThat(run(moves)).contains("no account nobody.here");
        assertThat(groups()).containsExactly("/95/council-member");
        // each command is a Java program of its own and takes seconds
        if (Sweep.FULL) {
            run(moves);
            assertThat(groups()).as("a second time").containsExactly("/95/council-member");
        }

        run(script("account,from,to\n%s,95/council-member,95/956/council-member\n".formatted(ACCOUNT)));
        assertThat(groups()).as("other tests find it where it was").containsExactly("/95/956/council-member");
    }

    /** The night of 30 June 2025: the realm knows no group of the province that goes on. */
    @Test
    void aRealmIsGivenTheGroupsOfAnotherProvince() throws Exception {
        signIn();
        // each command is a Java program of its own and takes seconds
        var groups = groupsOfNextProvince().lines().filter(line -> !line.startsWith("group ")
                || line.startsWith("group 96 ") || line.startsWith("group 96/31825/police-chief ") || line.startsWith("group 96/31825 "))
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            run(groups);

            assertThat(run(kcadm("get group-by-path/96"))).contains("Tỉnh Cà Mau");
            assertThat(run(kcadm("get group-by-path/96/31825/police-chief"))).contains("Trưởng Công an phường Bạc Liêu");
            assertThat(run(groups)).as("a second time").isEmpty();
        } finally {
            run("group=$(" + kcadm("get group-by-path/96 --fields id --format csv --noquotes") + ")\n" + kcadm("delete groups/$group"));
        }
    }

    private static String kcadm(String call) {
        return "kcadm.sh %s -r %s".formatted(call, PROVINCE.testRealm());
    }

    private static String groupsOfNextProvince() {
        return print(DemoProvince.CA_MAU_2025, LocalDate.of(2025, 6, 27), "--groups-only=2025-07-01");
    }

    private List<String> groups() throws ParseException {
        return SignedJWT.parse(keycloak.tokens(PROVINCE).of(ACCOUNT)).getJWTClaimsSet().getStringListClaim("groups");
    }

    private String script(String list) throws IOException {
        return print(PROVINCE, LocalDate.of(2024, 7, 1), "--accounts=" + Files.writeString(folder.resolve("accounts.csv"), list));
    }

    private static String print(DemoProvince province, LocalDate today, String option) {
        var out = new ByteArrayOutputStream();
        assertThat(new RealmCommand(new PrintStream(out, true, StandardCharsets.UTF_8), System.err, new Environment(Map.of()), today)
                .run(List.of(province.id(), option))).isZero();
        return out.toString(StandardCharsets.UTF_8).replaceAll("(?m)^REALM='.*'$", "REALM='%s'".formatted(PROVINCE.testRealm()));
    }

    private void signIn() throws IOException, InterruptedException {
        run("kcadm.sh config credentials --server %s --realm master --user admin --password %s"
                .formatted(keycloak.url(), LocalKeycloak.ADMINISTRATOR_PASSWORD));
    }

    /** @return what it printed; it ended well */
    private String run(String script) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("sh", Files.writeString(folder.resolve("script.sh"), script).toString()).redirectErrorStream(true);
        builder.environment().merge("PATH", LocalKeycloak.commands().toString(), (path, own) -> own + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_OPTS", "-Duser.home=%s -XX:TieredStopAtLevel=1".formatted(folder));
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
