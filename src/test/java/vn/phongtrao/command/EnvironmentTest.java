package vn.phongtrao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void aBlankVariableIsNotSet() {
        var environment = new Environment(Map.of("A", " ", "B", "x"));
        assertThat(environment.find("A")).isEmpty();
        assertThat(environment.find("A", "C", "B")).hasValue("x");
        assertThatThrownBy(() -> environment.require("A")).isInstanceOf(MissingSettings.class).hasMessage("Thiếu biến môi trường: A");
    }

    @Test
    void aListIsReadWithoutTheSpacesAroundItsParts() {
        assertThat(new Environment(Map.of("A", " x , y,, ")).list("A")).containsExactly("x", "y");
        assertThat(new Environment(Map.of()).list("A")).isEmpty();
    }

    @Test
    void allThatADatabaseLacksIsSaidAtOnce() {
        assertThatThrownBy(() -> Database.of(new Environment(Map.of("X_DB_URL", "jdbc:postgresql://localhost/x", "X_DB_PASSWORD", "")), "X_DB_"))
                .isInstanceOf(MissingSettings.class).hasMessage("Thiếu biến môi trường: X_DB_PASSWORD, X_DB_USERNAME");
    }

    @Test
    void whatPostgresqlsProgramsNeedStandsInTheAddress() {
        var database = Database.of(new Environment(Map.of("X_URL", "jdbc:postgresql://db:5433/y?sslmode=verify-full", "X_USERNAME", "u",
                "X_PASSWORD", "p")), "X_");
        assertThat(database.variables()).containsEntry("PGHOST", "db").containsEntry("PGPORT", "5433").containsEntry("PGDATABASE", "y")
                .containsEntry("PGSSLMODE", "verify-full").containsEntry("PGPASSWORD", "p");
        assertThat(database).hasToString("Database[jdbc:postgresql://db:5433/y?sslmode=verify-full]");
    }
}
