package vn.phongtrao.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.model.ModelRegister.Filter;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitPath;

/** The register of models, asked as people ask. */
class ModelsFoundByTextTest {

    private static final Place PLACE = new Place(UnitPath.of("95/954/31813"), null, null);
    private static final Source SOURCE = new Source(null, "1/QĐ", LocalDate.of(2024, 1, 1), "Ủy ban nhân dân", null,
            "x", OffsetDateTime.now());

    private static ModelBook book;
    private static ModelRegister register;
    private static long model;

    @BeforeAll
    static void models() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        book = new ModelBook(jdbc);
        for (var name : List.of("Zìn", "Ân", "Đặng", "An", "Camera Hòa Thuận")) {
            model = book.enter(name, ModelGroup.CRIME_PREVENTION, null, PLACE, null, 1, SOURCE);
            book.recognise(model, Level.COMMUNE, null, SOURCE);
        }
        book.enterSite(model, "Điểm Mỹ Thúy", PLACE, 1, SOURCE);
        register = new ModelRegister(jdbc, mock(Places.class));
    }

    @ParameterizedTest
    @CsvSource({"camera hoa thuan, 1", "HOÀ THUẬN, 1", "my thuy, 1", "điểm mỹ thuý, 1", "hoa binh, 0", "%, 0"})
    void aTextFindsModelsAndTheirSites(String text, int found) {
        assertThat(list(new Filter(null, null, null, null, text, null, null))).hasSize(found);
    }

    @Test
    void namesAreSortedAsPeopleLookThemUp() {
        assertThat(list(new Filter(null, null, null, null, null, null, null))).containsExactly("An", "Ân", "Camera Hòa Thuận",
                "Đặng", "Zìn");
    }

    @Test
    void theSameNameIsTheSameModelAndSite() {
        assertThat(book.sameName("camera  Hoà thuận", PLACE, Level.COMMUNE)).isPresent();
        assertThat(book.hasSite(model, "Điểm Mỹ\u200B Thuý", PLACE)).isTrue();
        assertThat(book.hasSite(model, "Điểm Mỹ Thùy", PLACE)).isFalse();
    }

    private static List<String> list(Filter filter) {
        return register.list(filter, Officer.of("x", List.of("95/police-officer")),
                PageRequest.of(0, 20, Sort.by("name"))).map(ModelRegister.Entry::name).getContent();
    }
}
