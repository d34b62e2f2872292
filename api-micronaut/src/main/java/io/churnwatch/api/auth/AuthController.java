package io.churnwatch.api.auth;

import io.churnwatch.api.error.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;

/** Signs users in and out. */
@Controller("/api/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "auth")
class AuthController {
    private final Sessions sessions;
    private final LoginLimit limit;
    private final RefreshCookie cookie;
    private final AdminPasswordFile adminPasswordFile;

    AuthController(Sessions sessions, LoginLimit limit, RefreshCookie cookie, AdminPasswordFile adminPasswordFile) {
        this.sessions = sessions;
        this.limit = limit;
        this.cookie = cookie;
        this.adminPasswordFile = adminPasswordFile;
    }

    @Post("/login/")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "login", summary = "Open a session")
    @ApiResponse(responseCode = "200", description = "Signed in; the refresh token comes as a cookie")
    @ApiResponse(responseCode = "401", description = "The name or the password is wrong")
    @ApiResponse(
            responseCode = "429",
            description = "Too many attempts",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "Seconds",
                            schema = @Schema(implementation = Integer.class)))
    HttpResponse<Session> login(@Body @Valid LoginRequest login, @Parameter(hidden = true) HttpRequest<?> request) {
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        limit.countAttempt(login.username(), address);
        OpenedSession opened = sessions.open(login.username(), login.password())
                .orElseThrow(() -> ProblemException.of(HttpStatus.UNAUTHORIZED, "The name or the password is wrong."));
        limit.reset(login.username(), address);
        return opened(opened);
    }

    @Post("/refresh/")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "refresh", summary = "Renew the session by the refresh cookie")
    @ApiResponse(responseCode = "200", description = "Renewed; the cookie holds the next refresh token")
    @ApiResponse(responseCode = "401", description = "There is no session to renew")
    HttpResponse<Session> refresh(@Parameter(hidden = true) HttpRequest<?> request) {
        OpenedSession renewed = cookie.read(request)
                .flatMap(sessions::renew)
                .orElseThrow(() -> ProblemException.of(HttpStatus.UNAUTHORIZED, "There is no session to renew."));
        return opened(renewed);
    }

    @Post("/logout/")
    @Secured(SecurityRule.IS_ANONYMOUS) // also when the access token has expired
    @Operation(operationId = "logout", summary = "Close the session")
    @ApiResponse(responseCode = "204", description = "Signed out")
    HttpResponse<Void> logout(@Parameter(hidden = true) HttpRequest<?> request) {
        cookie.read(request).ifPresent(sessions::close);
        MutableHttpResponse<Void> response = HttpResponse.noContent();
        return response.cookie(cookie.empty());
    }

    @Post("/password/")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Operation(operationId = "changePassword", summary = "Change one's own password")
    @ApiResponse(responseCode = "200", description = "Changed; all other sessions of the user are closed")
    @ApiResponse(responseCode = "400", description = "A password is refused")
    @ApiResponse(responseCode = "401", description = "Not signed in")
    HttpResponse<Session> changePassword(
            @Body @Valid PasswordChange change,
            @Parameter(hidden = true) Authentication authentication,
            @Parameter(hidden = true) HttpRequest<?> request) {
        change.rejectWeak();
        String address = request.getRemoteAddress().getAddress().getHostAddress();
        limit.countAttempt(authentication.getName(), address);
        AppUser user = sessions.authenticated(authentication.getName(), change.currentPassword())
                .orElseThrow(() -> ProblemException.invalid("/current_password", "is wrong"));
        OpenedSession opened = sessions.changePassword(user, change.newPassword());
        if (user.username().equals(FirstAdmin.USERNAME)) {
            adminPasswordFile.delete();
        }
        return opened(opened);
    }

    private MutableHttpResponse<Session> opened(OpenedSession opened) {
        return HttpResponse.ok(opened.session()).cookie(cookie.holding(opened.refreshToken()));
    }
}
