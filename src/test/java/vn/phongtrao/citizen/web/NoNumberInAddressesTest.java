package vn.phongtrao.citizen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import vn.phongtrao.refusal.Refusal;

/** Whatever list is asked for, it is not asked for a number by its address. */
class NoNumberInAddressesTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new List()).addInterceptors(new NoNumberInAddresses()).build();

    @RestController
    static class List {

        @GetMapping("/api/awards")
        String list(@RequestParam(required = false) String q) {
            return "found " + q;
        }

        @ExceptionHandler
        @ResponseStatus(HttpStatus.BAD_REQUEST)
        String refused(Refusal refusal) {
            return refusal.field().orElse("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=095080100001", "size=5&q=095%20080%20100%20001", "q=Trang&q=095.080.100.001", "q=380123456", "q=C1234567", "%71=095080100001",
            "q=095%C2%A0080%C2%A0100%C2%A0001", "q=095080%E2%80%8B100001", "q=095080%E2%81%A0100001", "q=095%C2%AD080100001", "q=L%C3%AA+095080100001", "q=cccd:095080100001",
            "q=095080&%71=100001", "q=095+080+100+001"})
    void aNumberInTheAddressIsRefused(String query) throws Exception {
        web.perform(get(URI.create("/api/awards?" + query))).andExpect(status().isBadRequest()).andExpect(content().string("q"));
    }

    @Test
    void whatIsAskedInTheBodyOrIsNoNumberIsAnswered() throws Exception {
        web.perform(get("/api/awards").param("q", "095080100001")).andExpect(status().isOk());
        for (var query : new String[]{"q=KT-31813-2024-00001", "q=Trang", "q=%4bT-31813-2024-00001", "q=01/07/2024", "number=095080100001", ""}) {
            web.perform(get(URI.create("/api/awards?" + query))).andExpect(content().string(containsString("found")));
        }
    }

    /** Tomcat gives none of it. */
    @Test
    void aNumberThatCannotBeReadIsLeftToWhoeverReadsParameters() {
        var unreadable = new MockHttpServletRequest("POST", "/api/awards");
        unreadable.setQueryString("q=%zz");

        assertThat(new NoNumberInAddresses().preHandle(unreadable, new MockHttpServletResponse(), this)).isTrue();
    }
}
