package org.deskwright.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * A real Chromium. Debian's packages are installed when they are missing and this may be done; otherwise the test fails
 * with the sentence that says what to install.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path profile;
    private final ChromeDriver driver;

    Browser() throws IOException, InterruptedException {
        install();
        profile = Files.createTempDirectory("desk-browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--window-size=1600,1000", "--user-data-dir=" + profile);
        driver = new ChromeDriver(new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
    }

    void open(String url) {
        driver.get(url);
    }

    void signIn(String login, String password) {
        type(By.name("username"), login);
        type(By.name("password"), password);
        click(By.cssSelector("button[type=submit]"));
        await(ExpectedConditions.not(ExpectedConditions.urlContains("/login")));
    }

    void type(By field, String text) {
        WebElement element = see(field);
        element.clear();
        element.sendKeys(text);
    }

    void click(By target) {
        await(ExpectedConditions.elementToBeClickable(target)).click();
    }

    WebElement see(By what) {
        return await(ExpectedConditions.visibilityOfElementLocated(what));
    }

    List<WebElement> all(By what) {
        see(what);
        return driver.findElements(what);
    }

    void seeText(String text) {
        await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
    }

    void seeAddress(String end) {
        await(page -> page.getCurrentUrl().endsWith(end));
    }

    void gone(By what) {
        await(ExpectedConditions.invisibilityOfElementLocated(what));
    }

    /** Looks into a frame of the page for a text, and comes back. */
    void seeTextInFrame(By frame, String text) {
        await(ExpectedConditions.frameToBeAvailableAndSwitchToIt(frame));
        try {
            seeText(text);
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** What stood there instead is said too: who reads the failure cannot look at the page any more. */
    private <T> T await(Function<WebDriver, T> condition) {
        try {
            return new WebDriverWait(driver, PATIENCE).until(condition);
        } catch (TimeoutException late) {
            late.addInfo("Address", driver.getCurrentUrl());
            late.addInfo("Page", driver.findElement(By.tagName("body")).getText());
            late.addInfo("Console", driver.manage().logs().get(LogType.BROWSER).getAll().toString());
            throw late;
        }
    }

    void downloadTo(Path folder) {
        driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    private static synchronized void install() throws IOException, InterruptedException {
        if (Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER)) {
            return;
        }
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.isExecutable(Path.of("/usr/bin/apt-get"))
                || !run("apt-get", "update", "-qq") | !run("apt-get", "install", "-y", "-qq", "chromium", "chromium-driver")
                || !Files.isExecutable(DRIVER)) {
            throw new IllegalStateException("The browser tests need Chromium and its driver: run \"apt-get install chromium chromium-driver\" and try again");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        return process.waitFor(10, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        driver.quit();
        FileSystemUtils.deleteRecursively(profile.toFile());
    }
}
