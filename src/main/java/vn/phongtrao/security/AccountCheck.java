package vn.phongtrao.security;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody in by a sign-in that Keycloak would not give any more. Whose account has ended is signed out, whose groups
 * have changed goes on with the new ones, and nothing is changed while nobody can say how an account stands.
 */
class AccountCheck extends OncePerRequestFilter {

    static final String ENDED = "Tài khoản này đã bị khóa hoặc không còn nữa";
    private static final RequestMatcher ACTS = new Acts();

    private final Accounts accounts;
    private final OpenSessions sessions;
    private final SecurityContextRepository contexts;
    private final RequestMatcher open;
    private final CallProblems problems;
    private final String unconfirmed;

    /**
     * @param contexts where a sign-in is kept until the next request
     * @param open     what is there for everybody, and needs no sign-in
     * @param acting   how long officers go on while Keycloak does not answer
     */
    AccountCheck(Accounts accounts, OpenSessions sessions, SecurityContextRepository contexts, RequestMatcher open,
                 CallProblems problems, Duration acting) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.contexts = contexts;
        this.open = open;
        this.problems = problems;
        this.unconfirmed = ("Keycloak (nơi quản lý tài khoản) không trả lời đã quá %d phút nên không biết tài khoản còn"
                + " hiệu lực hay không. Chưa thay đổi gì; hãy thử lại sau hoặc báo quản trị viên.")
                .formatted(acting.toMinutes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return open.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var signIn = SignIn.of(authentication);
        if (signIn.isPresent()) {
            var standing = accounts.of(signIn.get());
            if (standing instanceof Standing.Ended) {
                signOut(signIn.get(), request);
                throw new DisabledException(ENDED);
            }
            var now = (Standing.InForce) standing;
            if (!now.confirmed() && ACTS.matches(request)) {
                problems.unavailable(response, unconfirmed);
                return;
            }
            if (!now.groups().equals(signIn.get().groups())) {
                keep(SignIn.renewed(authentication, now.groups(), now.asOf()), request, response);
            }
        }
        chain.doFilter(request, response);
    }

    private void signOut(SignIn signIn, HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
            sessions.end(signIn.id());
        }
    }

    private void keep(Authentication renewed, HttpServletRequest request, HttpServletResponse response) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(renewed);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
