package vn.phongtrao.language;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** A cookie that says a language and nothing personal. */
public record LanguageCookie(String name) {

    /** What the person has chosen. The webapps' scripts read and write it too. */
    private static final LanguageCookie CHOICE = new LanguageCookie("PHONGTRAO-LANGUAGE");
    private static final Duration KEPT = Duration.ofDays(365);

    /** The language that the person has chosen. */
    public static Language chosen(HttpServletRequest request) {
        return CHOICE.read(request).orElse(Language.VIETNAMESE);
    }

    public static void choose(Language language, HttpServletRequest request, HttpServletResponse response) {
        CHOICE.write(language, request, response);
    }

    /** @return empty where the cookie is missing or says anything else */
    public Optional<Language> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue).flatMap(Language::find);
    }

    public void write(Language language, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, language.code())
                .path(request.getContextPath() + "/").maxAge(KEPT).sameSite("Lax").secure(request.isSecure())
                .build().toString());
    }
}
