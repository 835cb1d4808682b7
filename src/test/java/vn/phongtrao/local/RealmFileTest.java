package vn.phongtrao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RealmFileTest {

    private static final String REWRITE = "keycloak.rewrite";

    @ParameterizedTest
    @EnumSource
    void realmFilesFollowTheTemplateAndTheUnitCatalogue(DemoProvince province) throws Exception {
        var file = new RealmFile(province);
        if (Boolean.getBoolean(REWRITE)) {
            Files.writeString(file.path(), file.content());
        }
        assertThat(file.path()).as("to write it anew: ./mvnw test -Dtest=RealmFileTest -D%s=true", REWRITE)
                .usingCharset(java.nio.charset.StandardCharsets.UTF_8).hasContent(file.content());
    }
}
