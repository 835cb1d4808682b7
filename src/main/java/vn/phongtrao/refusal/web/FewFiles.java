package vn.phongtrao.refusal.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.phongtrao.refusal.Refusal;

/**
 * Lets a few files be entered at once. Each holds a connection to the database until its last row is kept, and those
 * that wait for their turn hold one, too: many would leave none for everybody else.
 */
@Component
class FewFiles implements WebMvcConfigurer, HandlerInterceptor {

    static final int AT_ONCE = 4;

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Duration patience;

    @Autowired
    FewFiles() {
        this(Duration.ofSeconds(5));
    }

    /** @param patience how long a file waits before it is refused */
    FewFiles(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (takesAFile(handler) && !free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw Refusal.conflict("Đang có nhiều tệp được nhập; hãy thử lại sau ít phút");
        }
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception failure) {
        if (takesAFile(handler)) {
            free.release();
        }
    }

    private static boolean takesAFile(Object handler) {
        return handler instanceof HandlerMethod method && Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
    }
}
