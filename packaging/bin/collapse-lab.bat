@echo off
rem Starts Collapse Lab from wherever this folder lies; JAVA_HOME chooses the Java, COLLAPSELAB_JVM adds options to it.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED %COLLAPSELAB_JVM% -cp "%~dp0..\lib\*" collapselab.app.Main %*
exit /b %ERRORLEVEL%
