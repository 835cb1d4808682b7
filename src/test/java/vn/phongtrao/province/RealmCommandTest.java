package vn.phongtrao.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import vn.phongtrao.command.Environment;

class RealmCommandTest {

    private static final String REWRITE = "keycloak.rewrite";
    private static final Path THIRD = Path.of("src/test/resources/example-provinces");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private String mfa = "";

    @ParameterizedTest
    @ValueSource(strings = {"bac-lieu-2024", "ca-mau-2025"})
    void theRealmFilesOfTheRepositoryAreItsOutput(String province) throws IOException {
        var file = Path.of("keycloak", "realm-" + province + ".json");
        assertThat(run(null, province)).isZero();
        if (Boolean.getBoolean(REWRITE)) {
            Files.write(file, out.toByteArray());
        }
        assertThat(file).as("to write it anew: ./mvnw test -Dtest=RealmCommandTest -D%s=true", REWRITE)
                .usingCharset(StandardCharsets.UTF_8).hasContent(text(out));
    }

    @Test
    void aProvinceOfAFolderHasARealmLikeThoseThatComeWithTheProgram() throws IOException {
        assertThat(run(THIRD, "tinh-mau-2026")).isZero();

        var realm = JSON.readTree(out.toByteArray());
        var known = JSON.readTree(Path.of("keycloak/realm-ca-mau-2025.json").toFile());
        assertThat(realm.fieldNames()).toIterable().containsExactlyElementsOf(known::fieldNames);
        assertThat(realm.get("clients")).isEqualTo(known.get("clients"));
        assertThat(realm.get("components")).isEqualTo(known.get("components"));
        assertThat(realm.get("displayName").asText()).endsWith(" - Tỉnh Mẫu");
        assertThat(names(realm.at("/groups"))).containsExactly("auditor", "camunda-admin", "99");
        assertThat(names(realm.at("/groups/2/subGroups")))
                .containsExactly("police-officer", "police-chief", "committee-clerk", "committee-chair",
                        "council-member", "99001", "99002");
        assertThat(realm.at("/groups/2/subGroups/5/subGroups/1/attributes/name/0").asText())
                .isEqualTo("Trưởng Công an xã Mẫu Một");
        assertThat(realm.get("users")).as("nobody but the client's account").hasSize(1);
    }

    @Test
    void demoAccountsAreThereWhereTheyAreAskedFor() throws IOException {
        assertThat(run(THIRD, "tinh-mau-2026", "--demo")).isZero();

        assertThat(StreamSupport.stream(JSON.readTree(out.toByteArray()).get("users").spliterator(), false)
                .map(user -> user.get("username").asText()))
                .contains("police-officer.99001", "committee-chair.99", "admin", "auditor")
                .doesNotContain("police-officer.99002");
    }

    @Test
    void groupsOfUnitsThatBeginAreAddedByAScript() {
        assertThat(run(THIRD, "tinh-mau-2026", "--groups-only=2026-01-01")).isZero();

        assertThat(text(out)).startsWith("#!/bin/sh").contains("""
                group 99/99001 '{"name":"99001","attributes":{"name":["X\\u00E3 M\\u1EABu M\\u1ED9t"]}}'
                group 99/99001/police-officer '{"name":"police-officer",""").doesNotContain("ã");
        out.reset();
        assertThat(run(THIRD, "tinh-mau-2026", "--groups-only=2026-01-02")).isZero();
        assertThat(text(out)).doesNotContain("group 99");
    }

    @Test
    void aScriptGivesEachUnitAGroupBelowOnesThatItGaveBefore() {
        assertThat(run(null, "ca-mau-2025", "--groups-only=2025-07-01")).isZero();

        var given = new HashSet<String>();
        text(out).lines().filter(line -> line.startsWith("group ")).map(line -> line.split(" ")[1]).forEach(path -> {
            given.add(path);
            assertThat(path).satisfiesAnyOf(top -> assertThat(top).isEqualTo("96"),
                    below -> assertThat(given).contains(below.substring(0, below.lastIndexOf('/'))));
        });
        assertThat(given).hasSize(6 * 65);
    }

    @Test
    void accountsAreMovedByAScriptAsAListSaysIt(@TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("accounts.csv"), """
                account;from;to
                an.nguyen;95/954/31813/police-chief;96/31825/police-officer
                binh.tran;95/954/police-chief;
                """);
        assertThat(run(null, "ca-mau-2025", "--accounts=" + list)).isZero();
        assertThat(text(out)).startsWith("#!/bin/sh").endsWith("""
                move 'an.nguyen' 95/954/31813/police-chief '96/31825/police-officer'
                move 'binh.tran' 95/954/police-chief ''
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a'; rm -rf /;95/954/31813/police-chief;", "an;95/954/31813/police-chief$(id);", "an;camunda-admin;",
            "an;95/954/31813/police-chief;96/31825/mayor", ";95/954/31813/police-chief;"})
    void aListThatNamesNoAccountOrGroupMakesNoScript(String row, @TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("accounts.csv"), "account;from;to\n" + row + "\n");
        assertThat(run(null, "ca-mau-2025", "--accounts=" + list)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(text(problems)).contains("Dòng 2");
        assertThat(run(null, "ca-mau-2025", "--accounts=" + folder.resolve("none.csv"))).isEqualTo(2);
    }

    @Test
    void anAccountLeavesAGroupForOneOther(@TempDir Path folder) throws IOException {
        var list = Files.writeString(folder.resolve("accounts.csv"), """
                account;from;to
                an;95/954/31813/police-chief;96/31825/police-officer
                an;95/954/31816/police-chief;96/31825/police-chief
                An;95/954/31813/police-chief;96/31834/police-officer
                """);
        assertThat(run(null, "ca-mau-2025", "--accounts=" + list)).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(text(problems)).contains("Dòng 4", "dòng 2").doesNotContain("Dòng 3");
    }

    @Test
    void anUnknownProvinceOrOptionIsAnsweredWithWhatThereIs() {
        assertThat(run(THIRD, "soc-trang")).isEqualTo(2);
        assertThat(text(problems)).contains("Cách dùng", "bac-lieu-2024, ca-mau-2025, tinh-mau-2026");
        assertThat(run(THIRD)).isEqualTo(2);
        assertThat(run(THIRD, "tinh-mau-2026", "--all")).isEqualTo(2);
        assertThat(run(THIRD, "tinh-mau-2026", "--groups-only=mai")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(run(Path.of("no-such-folder"), "tinh-mau-2026")).isEqualTo(1);
        assertThat(text(problems)).contains("no-such-folder");
    }

    @Test
    void groupsOfPositionsThatMustHaveASecondFactorHaveItsRole() throws IOException {
        mfa = "committee-chair, camunda-admin";
        assertThat(run(THIRD, "tinh-mau-2026")).isZero();

        var realm = JSON.readTree(out.toByteArray());
        assertThat(realm.at("/groups/1/realmRoles/0").asText()).isEqualTo("second-factor");
        assertThat(realm.at("/groups/2/subGroups")).filteredOn(group -> group.has("realmRoles")).extracting(group -> group.get("name").asText())
                .containsExactly("committee-chair");
        assertThat(realm.at("/groups/2/subGroups/5/subGroups/3/realmRoles/0").asText()).isEqualTo("second-factor");
        assertThat(realm.at("/roles/realm/0/name").asText()).isEqualTo("second-factor");

        mfa = "chair";
        assertThat(run(THIRD, "tinh-mau-2026")).isEqualTo(2);
        assertThat(text(problems)).contains("PHONGTRAO_MFA", "camunda-admin", "committee-chair");
    }

    @Test
    void nothingOfTheRealmFileIsWide() throws IOException {
        assertThat(run(null, "ca-mau-2025")).isZero();

        var realm = JSON.readTree(out.toByteArray());
        assertThat(realm.findValues("redirectUris")).isNotEmpty().allSatisfy(addresses -> assertThat(addresses.toString()).doesNotContain("*"));
        assertThat(realm.findValuesAsText("post.logout.redirect.uris")).containsExactly("${PHONGTRAO_URL}/");
        assertThat(realm.get("clients")).hasSize(3).allSatisfy(client -> {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
            assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
            assertThat(client.get("standardFlowEnabled").asBoolean()).isEqualTo(client.get("clientId").asText().equals("phongtrao-web"));
        });
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
    }

    private int run(Path folder, String... arguments) {
        return new RealmCommand(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(problems, true, StandardCharsets.UTF_8), environment(folder), LocalDate.of(2026, 3, 2))
                .run(List.of(arguments));
    }

    private Environment environment(Path folder) {
        return new Environment(folder == null ? Map.of("PHONGTRAO_MFA", mfa) : Map.of("PHONGTRAO_MFA", mfa, "PHONGTRAO_PROVINCES", folder.toString()));
    }

    private static List<String> names(JsonNode groups) {
        return StreamSupport.stream(groups.spliterator(), false).map(group -> group.get("name").asText()).toList();
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
