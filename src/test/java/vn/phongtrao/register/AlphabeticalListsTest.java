package vn.phongtrao.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import vn.phongtrao.TestDatabase;

/** Names go by the Vietnamese alphabet, wherever a register sorts by them. */
class AlphabeticalListsTest {

    private static JdbcClient jdbc;

    @BeforeAll
    static void connect() {
        jdbc = JdbcClient.create(TestDatabase.create());
    }

    @Test
    void namesAreSortedAsPeopleLookThemUp() {
        var query = new RegisterQuery<>(jdbc, "(select * from unnest(array['Zìn', 'Ân', 'Đặng', 'An', 'Dũng', 'Khóm 10', "
                + "'Ăn', 'Khóm 2', 'Bá', 'Bà']) with ordinality names (name, id)) named",
                Sortable.by("id", "name").alphabetically("name"), (row, index) -> row.getString("name"));

        assertThat(query.page(PageRequest.of(0, 20, Sort.by("name")))).containsExactly("An", "Ăn", "Ân", "Bà", "Bá",
                "Dũng", "Đặng", "Khóm 2", "Khóm 10", "Zìn");
        assertThat(query.page(PageRequest.of(0, 3, Sort.by("name").descending()))).containsExactly("Zìn", "Khóm 10",
                "Khóm 2");
    }

    @Test
    void everyRegisterThatSortsByNameDoesSo() {
        var byName = new ClassFileImporter().importPackages("vn.phongtrao").stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Sortable.class)
                        && field.getModifiers().contains(JavaModifier.STATIC))
                .map(field -> (Sortable) ReflectionTestUtils.getField(field.getOwner().reflect(), field.getName()))
                .flatMap(sortable -> sortable.find("name").stream()).toList();

        assertThat(byName).hasSizeGreaterThanOrEqualTo(5).allMatch(column -> column.endsWith(" collate vietnamese"));
    }
}
