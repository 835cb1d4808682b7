package vn.phongtrao.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import vn.phongtrao.HttpSlice;
import vn.phongtrao.TestTables;

@SpringJUnitWebConfig(UnitApiTest.Slice.class)
@TestPropertySource(properties = "phongtrao.province=bac-lieu-2024")
class UnitApiTest {

    @HttpSlice
    @ComponentScan("vn.phongtrao.unit.web")
    @Import({TestTables.class, Catalogue.class, AgencyCodes.class, UnitRegister.class})
    @EnableConfigurationProperties(UnitProperties.class)
    static class Slice {
    }

    private MockMvcTester http;

    @BeforeEach
    void open(@Autowired WebApplicationContext context) {
        http = MockMvcTester.from(context);
    }

    @Test
    void unitsComeInSpringsPagedModel() {
        assertThat(http.get().uri("/api/units?size=2&page=1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"content": [
                   {"path": "95/954/31813", "code": "31813", "tier": "commune", "fullName": "Phường 2",
                    "parent": "95/954", "validFrom": "2004-01-01", "validTo": "2025-06-30",
                    "agencyCode": null},
                   {"path": "95/954/31816", "code": "31816", "tier": "commune", "fullName": "Phường 3",
                    "parent": "95/954", "validFrom": "2004-01-01", "validTo": "2025-06-30",
                    "agencyCode": null}],
                 "page": {"size": 2, "number": 1, "totalElements": 72, "totalPages": 36}}""");
    }

    @ParameterizedTest
    @CsvSource({"tier=district, 7", "tier=commune, 64", "parent=95, 7", "parent=95/954, 10", "parent=96, 0",
            "name=hồng dân, 1", "name=hong  dan, 1", "name=hoà bình, 2", "name=THỊ TRẤN, 5", "name=Phường 1, 2", "tier=commune&name=phước long, 2"})
    void filtersNarrowTheList(String query, int count) {
        assertThat(http.get().uri("/api/units?" + query)).bodyJson()
                .extractingPath("$.page.totalElements").isEqualTo(count);
    }

    @Test
    void unitsSortByVietnameseName() {
        assertThat(http.get().uri("/api/units?tier=district&sort=fullName,desc")).bodyJson()
                .extractingPath("$.content[*].fullName").asArray().containsExactly("Thị xã Giá Rai",
                        "Thành phố Bạc Liêu", "Huyện Vĩnh Lợi", "Huyện Phước Long", "Huyện Hồng Dân", "Huyện Hòa Bình",
                        "Huyện Đông Hải");
        assertThat(http.get().uri("/api/units?sort=tier&size=1")).bodyJson()
                .extractingPath("$.content[0].path").isEqualTo("95");
    }

    @Test
    void unitsOfTheSameNameAreToldApartWhereOneIsChosen(@Autowired UnitRegister register) {
        assertThat(register.choices(UnitPath.of("95")::covers)).hasSize(72).extracting(UnitRegister.Choice::name)
                .contains("Phường 1, thành phố Bạc Liêu", "Phường 1, thị xã Giá Rai", "Phường 2").doesNotHaveDuplicates();
        assertThat(register.choices(UnitPath.of("95/954")::covers)).extracting(UnitRegister.Choice::name)
                .contains("Phường 1");
    }

    @Test
    void aUnitIsFoundByItsPathWithWhereItsAreaWent() {
        assertThat(http.get().uri("/api/units/95/956/31843")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"path": "95/956/31843", "tier": "commune", "fullName": "Thị trấn Ngan Dừa", "parent": "95/956",
                 "validTo": "2025-06-30", "agencyCode": null, "predecessors": [],
                 "successors": [{"path": "96/31843", "fullName": "Xã Hồng Dân", "validFrom": "2025-07-01"}]}""");
        assertThat(http.get().uri("/api/units/95")).bodyJson().extractingPath("$.fullName").isEqualTo("Tỉnh Bạc Liêu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/units/", "/api/units/96", "/api/units/96/31843", "/api/units/95//31843",
            "/api/units/95/954/31843", "/api/units/95/%00", "/api/units/95/956/31843/"})
    void anythingElseIsNotFound(String uri) {
        assertThat(http.get().uri(URI.create(uri))).hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @CsvSource({"sort=secret, sort", "tier=hamlet, tier", "size=x, size", "size=-5, size", "size=99999999999999, size", "page=-1, page"})
    void whatTheListDoesNotKnowIsRefused(String query, String field) {
        assertThat(http.get().uri("/api/units?" + query)).hasStatus(400).bodyJson()
                .extractingPath("$.field").isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"size=100000, 200", "size=, 20", "page=, 20", "size=7, 7"})
    void pagesAreOfBoundedSize(String query, int size) {
        assertThat(http.get().uri("/api/units?" + query)).hasStatusOk().bodyJson()
                .extractingPath("$.page.size").isEqualTo(size);
    }

    @Test
    void aPageBehindTheLastIsEmpty() {
        assertThat(http.get().uri("/api/units?page=2147483647&size=200")).hasStatusOk().bodyJson()
                .extractingPath("$.content").asArray().isEmpty();
    }
}
