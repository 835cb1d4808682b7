package vn.phongtrao.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

import vn.phongtrao.desk.RegisterPage;
import vn.phongtrao.desk.RegisterPage.Column;
import vn.phongtrao.desk.RegisterShelf;
import vn.phongtrao.security.CurrentOfficer;
import vn.phongtrao.security.Officer;
import vn.phongtrao.unit.UnitRegister;

class RegisterPagesTest {

    @Test
    void aRegisterThatSaysNeitherHowItIsSortedNorHowItIsNarrowedIsShown() {
        var shelf = mock(RegisterShelf.class);
        when(shelf.require("roads")).thenReturn(new RegisterPage(1, "roads", "/api/roads", null,
                List.of(new Column("name", "column.name", null, null, "name", null, null)), null, null, false, null,
                null));
        CurrentOfficer officer = () -> Officer.of("somebody", List.of("95/police-officer"));
        var model = new ExtendedModelMap();

        assertThat(new RegisterPages(shelf, mock(UnitRegister.class), officer).one("roads", Map.of("name", "x"), model))
                .isEqualTo("desk/register");
        assertThat(model.get("rows")).isEqualTo("/api/roads?size=25&sort=");
        assertThat(model.get("query")).isEqualTo(Map.of());
    }
}
